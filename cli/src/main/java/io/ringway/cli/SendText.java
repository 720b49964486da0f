package io.ringway.cli;

import io.ringway.replay.input.SendStatistics;
import java.io.PrintWriter;
import java.util.Locale;

/** How an input was sent, in the form of tcpreplay 4.4. */
final class SendText {
    private static final double MEGABIT = 1e6;

    private SendText() {}

    /** Two lines: what was sent so far, and how fast that is. */
    static void rates(SendStatistics sent, PrintWriter err) {
        double seconds = Math.max(1e-6, sent.elapsedNs() / 1e9);
        line(
                err,
                seconds >= 1
                        ? "Actual: %d packets (%d bytes) sent in %.2f seconds"
                        : "Actual: %d packets (%d bytes) sent in %.6f seconds",
                sent.packets(),
                sent.bytes(),
                seconds);
        double megabits = sent.bytes() * 8 / seconds / MEGABIT;
        line(
                err,
                megabits >= 1 ? "Rated: %.1f Bps, %.2f Mbps, %.2f pps" : "Rated: %.1f Bps, %.3f Mbps, %.2f pps",
                sent.bytes() / seconds,
                megabits,
                sent.packets() / seconds);
    }

    static void summary(SendStatistics sent, PrintWriter err) {
        rates(sent, err);
        line(
                err,
                "Flows: %d flows, %.2f fps, %d unique flow packets, %d unique non-flow packets",
                sent.flows(),
                sent.flows() / Math.max(1e-6, sent.elapsedNs() / 1e9),
                sent.flowPackets(),
                sent.packets() - sent.flowPackets());
        for (SendStatistics.Input input : sent.inputs()) {
            line(err, "Statistics for network device: %s", input.name());
            line(err, "\tSuccessful packets:        %d", input.successful());
            line(err, "\tFailed packets:            %d", input.failed());
            line(err, "\tTruncated packets:         %d", input.truncated());
            line(err, "\tRetried packets (ENOBUFS): 0");
            line(err, "\tRetried packets (EAGAIN):  0");
        }
        err.flush();
    }

    private static void line(PrintWriter err, String format, Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
    }
}
