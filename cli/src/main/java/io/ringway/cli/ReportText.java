package io.ringway.cli;

import io.ringway.packet.DropReason;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.report.ReplayReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of a replay for people: totals, drops with their meaning, interfaces, conversations. */
final class ReportText {
    private static final int CONVERSATIONS_SHOWN = 20;

    private final ReplayReport report;

    private final boolean judged;

    ReportText(ReplayReport report) {
        this(report, false);
    }

    /** @param judged whether conversations are shown with their verdicts */
    ReportText(ReplayReport report, boolean judged) {
        this.report = report;
        this.judged = judged;
    }

    void print(PrintWriter out) {
        totals(out);
        drops(out);
        interfaces(out);
        if (judged) {
            new VerdictText(report.conversations()).print(out);
        } else {
            conversations(out);
        }
        commands(out);
        out.flush();
    }

    private void totals(PrintWriter out) {
        line(out, "frames in          %,10d   %,14d bytes", report.injectedFrames(), report.injectedBytes());
        line(out, "made by the model  %,10d   (ARP, ICMP, resets)", report.originatedFrames());
        line(out, "copied by floods   %,10d", report.copiedFrames());
        if (report.splitFrames() + report.mergedFrames() > 0) {
            line(out, "split by cutting   %,10d   (fragments beyond the first)", report.splitFrames());
            line(out, "merged             %,10d   (by reassembly)", report.mergedFrames());
        }
        line(
                out,
                "frames out         %,10d   %,14d bytes delivered",
                report.deliveredFrames(),
                report.deliveredBytes());
        line(out, "translated by NAT  %,10d", report.translatedFrames());
        line(out, "dropped            %,10d", report.droppedFrames());
        if (report.heldFrames() > 0) {
            line(out, "still held         %,10d", report.heldFrames());
        }
        line(out, "virtual time       %10.3f s replayed in %.0f ms", report.virtualNs() / 1e9, report.wallMs());
    }

    private void drops(PrintWriter out) {
        if (report.dropped().isEmpty()) {
            return;
        }
        line(out, "%nDROPPED                                      frames  meaning");
        for (Map.Entry<String, Long> drop : report.dropped().entrySet()) {
            line(out, "%-40s %,10d  %s", drop.getKey(), drop.getValue(), meaning(drop.getKey()));
        }
        if (!report.storm().isEmpty()) {
            line(out, "storm              %s", report.storm());
        }
    }

    private void interfaces(PrintWriter out) {
        line(out, "%nINTERFACE              rx frames       rx bytes  dropped     tx frames       tx bytes  dropped");
        for (ReplayReport.InterfaceCounts counts : report.interfaces()) {
            line(
                    out,
                    "%-20s %,11d %,14d %,8d   %,11d %,14d %,8d",
                    counts.name(),
                    counts.rxFrames(),
                    counts.rxBytes(),
                    counts.rxDropped(),
                    counts.txFrames(),
                    counts.txBytes(),
                    counts.txDropped());
        }
    }

    private void conversations(PrintWriter out) {
        List<Conversation> largest = Largest.of(report.conversations(), CONVERSATIONS_SHOWN, all -> true);
        line(
                out,
                "%nCONVERSATION                                          frames        bytes      out  dropped  NAT on arrival");
        for (Conversation conversation : largest) {
            line(
                    out,
                    "%-5s %-22s %-22s %,8d %,12d %,8d %,8d  %s",
                    conversation.protocol(),
                    conversation.initiator(),
                    conversation.responder(),
                    conversation.frames(),
                    conversation.bytes(),
                    conversation.delivered(),
                    conversation.dropped(),
                    note(conversation));
        }
        int more = report.conversations().size() - largest.size();
        if (more > 0) {
            line(out, "and %d smaller ones (--json lists all)", more);
        }
    }

    private void commands(PrintWriter out) {
        for (ReplayReport.Done done : report.commands()) {
            line(out, "%nAT %.3f s: %s", done.atNs() / 1e9, done.command());
            out.print(done.printed());
        }
    }

    private static String note(Conversation conversation) {
        String arrival = conversation.initiatorOnArrival().isEmpty()
                ? ""
                : conversation.initiatorOnArrival() + " > " + conversation.responderOnArrival();
        if (conversation.dropped() == 0) {
            return arrival;
        }
        return (arrival.isEmpty() ? "" : arrival + "  ") + conversation.lastDropReason();
    }

    private static String meaning(String kernelName) {
        for (DropReason reason : DropReason.values()) {
            if (reason.kernelName().equals(kernelName)) {
                return reason.meaning();
            }
        }
        return "";
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
