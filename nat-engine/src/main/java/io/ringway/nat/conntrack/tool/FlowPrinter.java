package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.FlowText;
import io.ringway.nat.conntrack.tool.ToolRequest.Output;

/** Connections in the form that {@code -o} asks for, one a line. */
final class FlowPrinter {
    static final String XML_HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<conntrack>\n";
    static final String XML_END = "</conntrack>\n";

    private final ToolRequest request;
    private final long wallNs;
    private boolean headed;

    FlowPrinter(ToolRequest request, long wallNs) {
        this.request = request;
        this.wallNs = wallNs;
    }

    /** Of a listing: the first line of XML has a head before it. */
    String listed(FlowMessage flow) {
        boolean times = request.output.contains(Output.KTIMESTAMP);
        String head = isXml() && !headed && !isSave() ? XML_HEAD : "";
        headed = true;
        return head + line(flow, times);
    }

    /** What closes a listing. */
    String end() {
        return isXml() && headed ? XML_END : "";
    }

    /** Of a connection that was changed or deleted: no head, no times. */
    String line(FlowMessage flow, String verb) {
        return isSave() ? FlowSave.line(flow, verb) + "\n" : line(flow, false);
    }

    private String line(FlowMessage flow, boolean times) {
        if (isSave()) {
            return FlowSave.line(flow, "-A") + "\n";
        }
        if (isXml()) {
            return new FlowXml(times, wallNs).line(flow, "") + "\n";
        }
        return text(times, wallNs).line(flow) + "\n";
    }

    FlowText text(boolean times, long nowNs) {
        return new FlowText(request.output.contains(Output.EXTENDED), request.output.contains(Output.ID), times, nowNs);
    }

    boolean isSave() {
        return request.output.contains(Output.SAVE);
    }

    boolean isXml() {
        return request.output.contains(Output.XML);
    }
}
