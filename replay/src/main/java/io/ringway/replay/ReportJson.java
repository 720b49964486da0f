package io.ringway.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The report of a replay as JSON: what {@code ringway replay --json} prints. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    public static String print(ReplayReport report) {
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
        ArrayNode flows = root.putArray("flows");
        for (Conversation conversation : report.conversations()) {
            flows.add(flow(conversation));
        }
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
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
