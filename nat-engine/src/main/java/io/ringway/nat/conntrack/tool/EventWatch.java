package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.TrackingEvent;
import io.ringway.nat.conntrack.TrackingListener;
import io.ringway.nat.conntrack.tool.ToolRequest.Output;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code conntrack -E} at work, from when it is opened ({@code event_cb()}). */
public final class EventWatch implements TrackingListener {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long MICRO_NS = 1000;

    private final Connections connections;
    private final LongSupplier wallNs;
    private final ToolRequest request;
    private final FlowFilter filter;
    private final FlowPrinter printer;
    private final StringBuilder out = new StringBuilder();
    private final boolean expectations;
    private boolean headed;
    private int counted;

    private EventWatch(ToolRequest request, Connections connections, LongSupplier wallNs) {
        this.connections = connections;
        this.wallNs = wallNs;
        this.request = request;
        this.expectations = request.command == ToolCommand.EVENT_EXPECTED;
        filter = new FlowFilter(request);
        filter.prepare();
        printer = new FlowPrinter(request, wallNs.getAsLong());
    }

    /** The tool refuses its words, or does something else. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        Refused(ConntrackRefusal refusal) {
            super(refusal.text());
            exitCode = refusal.exitCode();
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /**
     * Listens from now on, until {@link #close}.
     *
     * @param words behind the tool's name
     * @param wallNs nanoseconds since 1970
     */
    public static EventWatch open(List<String> words, Connections connections, LongSupplier wallNs) throws Refused {
        try {
            EventWatch watch = new EventWatch(ToolReader.read(words, new StringBuilder()), connections, wallNs);
            connections.events().add(watch);
            return watch;
        } catch (ConntrackRefusal refused) {
            throw new Refused(refused);
        }
    }

    @Override
    public void heard(int events, FlowMessage flow, boolean byTool) {
        int kind = (events & TrackingEvent.DESTROY) != 0
                ? ToolRequest.DESTROY
                : (events & (TrackingEvent.NEW | TrackingEvent.RELATED)) != 0 ? ToolRequest.NEW : ToolRequest.UPDATES;
        boolean family = request.family == ToolRequest.ANY_FAMILY || request.family == AddressWords.IPV4;
        boolean masked = request.has('e') && (request.events & kind) == 0;
        if (expectations || !family || masked || !filter.matches(flow)) {
            return;
        }
        long nowNs = wallNs.getAsLong();
        out.append(line(kind, flow, nowNs));
        out.append(byTool ? " [USERSPACE] portid=1 progname=conntrack\n" : "\n");
        counted++;
    }

    private String line(int kind, FlowMessage flow, long nowNs) {
        boolean times = request.output.contains(Output.KTIMESTAMP);
        if (printer.isSave()) {
            String verb = kind == ToolRequest.DESTROY ? "-D" : kind == ToolRequest.NEW ? "-A" : "-U";
            return FlowSave.line(flow, verb);
        }
        if (printer.isXml()) {
            String head = headed ? "" : FlowPrinter.XML_HEAD;
            headed = true;
            String type = kind == ToolRequest.DESTROY ? "destroy" : kind == ToolRequest.NEW ? "new" : "update";
            return head + new FlowXml(times, nowNs).line(flow, type);
        }
        String type =
                kind == ToolRequest.DESTROY ? "[DESTROY] " : kind == ToolRequest.NEW ? "    [NEW] " : " [UPDATE] ";
        return timestamp(nowNs) + type + printer.text(times, nowNs).line(flow);
    }

    private String timestamp(long nowNs) {
        return request.output.contains(Output.TIMESTAMP)
                ? String.format("[%08d.%06d]\t", nowNs / SECOND_NS, nowNs % SECOND_NS / MICRO_NS)
                : "";
    }

    /** What was printed since it was asked last. Connections whose time has come end now. */
    public String take() {
        connections.size();
        String taken = out.toString();
        out.setLength(0);
        return taken;
    }

    /** Stops listening, as at a SIGTERM. */
    public ConntrackAnswer close() {
        String last = take();
        connections.events().remove(this);
        String end = headed ? FlowPrinter.XML_END : "";
        String what = expectations ? " expectation events have been shown.\n" : " flow events have been shown.\n";
        return new ConntrackAnswer(0, last + end, UsageText.PROGRAM + ": " + counted + what);
    }
}
