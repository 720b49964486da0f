package io.ringway.replay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.ConversationJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** The report of a replay as JSON: what {@code ringway replay --json} prints. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .registerModule(new SimpleModule().addSerializer(new ConversationJson()));

    private ReportJson() {}

    public static String print(ReplayReport report) {
        StringWriter text = new StringWriter();
        print(report, null, text);
        return text.toString();
    }

    /** @param expected how the model differs from what was captured, null where that was not asked */
    public static void print(ReplayReport report, JsonNode expected, Writer out) {
        write(root(report), expected, out);
    }

    /**
     * Prints the report with the verdict of every conversation.
     *
     * @param binding the flags that bound hosts of the captures to the model's
     */
    public static void printJudged(ReplayReport report, List<String> binding, JsonNode expected, Writer out) {
        ObjectNode root = root(report);
        if (!binding.isEmpty()) {
            ArrayNode flags = root.putArray("binding");
            binding.forEach(flags::add);
        }
        root.putPOJO("conversations", new Each<>(report.conversations(), ConversationJson.Judged::new));
        write(root, expected, out);
    }

    /** A list of which each element is made when it is asked for. */
    private static final class Each<T, R> extends AbstractList<R> {
        private final List<T> from;
        private final Function<T, R> change;

        Each(List<T> from, Function<T, R> change) {
            this.from = from;
            this.change = change;
        }

        @Override
        public R get(int index) {
            return change.apply(from.get(index));
        }

        @Override
        public int size() {
            return from.size();
        }
    }

    private static ObjectNode root(ReplayReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", report.seed());
        ObjectNode frames = root.putObject("frames");
        frames.put("in", report.injectedFrames());
        frames.put("originated", report.originatedFrames());
        frames.put("copied", report.copiedFrames());
        frames.put("split", report.splitFrames());
        frames.put("merged", report.mergedFrames());
        frames.put("out", report.deliveredFrames());
        frames.put("dropped", report.droppedFrames());
        frames.put("held", report.heldFrames());
        frames.put("translated", report.translatedFrames());
        ObjectNode bytes = root.putObject("bytes");
        bytes.put("in", report.injectedBytes());
        bytes.put("out", report.deliveredBytes());
        ObjectNode dropped = root.putObject("dropped");
        report.dropped().forEach(dropped::put);
        if (!report.storm().isEmpty()) {
            root.put("storm", report.storm());
        }
        ArrayNode interfaces = root.putArray("interfaces");
        for (ReplayReport.InterfaceCounts counts : report.interfaces()) {
            interfaces.addPOJO(counts);
        }
        root.putPOJO("flows", new Each<>(report.conversations(), ReportJson::flow));
        ArrayNode commands = root.putArray("commands");
        for (ReplayReport.Done done : report.commands()) {
            commands.addObject()
                    .put("at", done.atNs() / 1e9)
                    .put("command", done.command())
                    .put("printed", done.printed());
        }
        ArrayNode warnings = root.putArray("warnings");
        report.warnings().forEach(warnings::add);
        if (report.shortfall() != null) {
            shortfall(root.putObject("shortfall"), report.shortfall());
        }
        root.put("virtual_s", report.virtualNs() / 1e9);
        root.put("wall_ms", Math.round(report.wallMs() * 1000) / 1000.0);
        return root;
    }

    private static void write(ObjectNode root, JsonNode expected, Writer out) {
        if (expected != null) {
            root.set("expect_out", expected);
        }
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(out, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shortfall(ObjectNode node, Shortfall shortfall) {
        node.put("arrived", shortfall.arrived());
        node.put("frames", shortfall.frames());
        ArrayNode reasons = node.putArray("reasons");
        for (Shortfall.Reason reason : shortfall.reasons()) {
            reasons.addObject()
                    .put("frames", reason.frames())
                    .put("what", reason.what())
                    .put("help", reason.help());
        }
    }

    private static ObjectNode flow(Conversation conversation) {
        ObjectNode flow = JSON.createObjectNode();
        flow.put("protocol", conversation.protocol());
        flow.put("from", conversation.initiator());
        flow.put("to", conversation.responder());
        if (!conversation.initiatorOnArrival().isEmpty()) {
            flow.put("from_on_arrival", conversation.initiatorOnArrival());
            flow.put("to_on_arrival", conversation.responderOnArrival());
        }
        flow.put("frames", conversation.frames());
        flow.put("bytes", conversation.bytes());
        flow.put("out", conversation.delivered());
        flow.put("dropped", conversation.dropped());
        flow.put("translated", conversation.translated());
        if (!conversation.lastDropReason().isEmpty()) {
            flow.put("reason", conversation.lastDropReason());
        }
        return flow;
    }
}
