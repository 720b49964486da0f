package io.ringway.replay.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ringway.replay.request.ReplayException;
import java.util.List;
import java.util.Set;

/** Probes as JSON lines, asked and answered. */
public final class ProbeJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "icmp");

    private ProbeJson() {}

    /**
     * Reads {@code {"id":…,"from":…,"to":…,"proto":"tcp","port":80,"sport":40000}}; id, port of icmp, and sport may miss.
     *
     * @param place what messages call the line
     * @throws ReplayException for anything else
     */
    public static Probe read(String line, String place) {
        JsonNode root;
        try {
            root = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw ReplayException.usage(place + ": not JSON: " + e.getOriginalMessage());
        }
        String protocol = text(root, "proto", place);
        if (!PROTOCOLS.contains(protocol)) {
            throw ReplayException.usage(place + ": \"proto\" is \"" + protocol + "\", not tcp, udp or icmp");
        }
        try {
            return Probe.of(
                    root.has("id") ? root.get("id").toString() : "",
                    text(root, "from", place),
                    text(root, "to", place),
                    protocol,
                    number(root, "port", 0, place),
                    number(root, "sport", Probe.DEFAULT_SOURCE_PORT, place));
        } catch (ReplayException refused) {
            String words = refused.getMessage();
            throw ReplayException.usage(words.startsWith(place) ? words : place + ": " + words);
        }
    }

    private static String text(JsonNode root, String key, String place) {
        JsonNode value = root.get(key);
        if (value == null || !value.isTextual()) {
            throw ReplayException.usage(place + ": \"" + key + "\" is missing, or no text");
        }
        return value.asText();
    }

    private static int number(JsonNode root, String key, int fallback, String place) {
        JsonNode value = root.get(key);
        if (value == null) {
            return fallback;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw ReplayException.usage(place + ": \"" + key + "\" is no number");
        }
        return value.asInt();
    }

    /** One line. */
    public static String print(ProbeReport report) {
        ObjectNode root = JSON.createObjectNode();
        if (!report.probe().id().isEmpty()) {
            root.set("id", id(report.probe().id()));
        }
        root.put("from", report.probe().from());
        root.put("to", report.probe().to());
        root.put("proto", report.probe().protocol());
        root.put("port", report.probe().port());
        root.put("verdict", report.verdict().word());
        root.put("answer", report.answer().word());
        root.put("where", report.where());
        root.put("reason", report.reason());
        root.set("rule", rule(report.rule()));
        root.set("tuple", tuple(report.sent()));
        root.set("tuple_on_arrival", tuple(report.arrived()));
        ProbeReport.Reply reply = report.reply();
        root.put("reply_verdict", reply == null ? "none" : reply.verdict().word());
        root.set("reply", reply == null ? JSON.nullNode() : reply(reply));
        root.set("hops", hops(report.hops()));
        if (!report.help().isEmpty()) {
            root.put("help", report.help());
        }
        if (!report.notes().isEmpty()) {
            root.put("note", report.note());
        }
        return root.toString();
    }

    /** As it was asked: a number stays one. */
    private static JsonNode id(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static ObjectNode reply(ProbeReport.Reply reply) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", reply.kind());
        node.put("verdict", reply.verdict().word());
        node.put("where", reply.where());
        node.put("reason", reply.reason());
        node.set("rule", rule(reply.rule()));
        node.set("tuple_on_arrival", tuple(reply.arrived()));
        node.set("hops", hops(reply.hops()));
        if (!reply.help().isEmpty()) {
            node.put("help", reply.help());
        }
        return node;
    }

    private static JsonNode rule(ProbeReport.Rule rule) {
        if (rule == null) {
            return JSON.nullNode();
        }
        return JSON.createObjectNode()
                .put("ns", rule.namespace())
                .put("table", rule.table())
                .put("chain", rule.chain())
                .put("number", rule.number())
                .put("text", rule.number() == 0 ? "policy " + rule.verdict() : rule.text());
    }

    private static JsonNode tuple(ProbeReport.Tuple tuple) {
        if (tuple == null) {
            return JSON.nullNode();
        }
        return JSON.createObjectNode()
                .put("proto", tuple.protocol())
                .put("src", tuple.source())
                .put("sport", tuple.sourcePort())
                .put("dst", tuple.destination())
                .put("dport", tuple.destinationPort());
    }

    private static ArrayNode hops(List<ProbeReport.Step> steps) {
        ArrayNode all = JSON.createArrayNode();
        for (ProbeReport.Step step : steps) {
            ObjectNode node = all.addObject()
                    .put("ns", step.namespace())
                    .put("where", step.where())
                    .put("what", step.what());
            if (step.rule() != null) {
                node.set("rule", rule(step.rule()));
            }
        }
        return all;
    }
}
