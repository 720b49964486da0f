package io.ringway.lab.command;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.ipv4.EchoSocket;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import java.util.Arrays;
import java.util.Locale;

/** What {@code ping} prints ({@code ping_common.c:gather_statistics(), finish()}, {@code ping.c:pr_icmph()}). */
final class PingReport implements EchoSocket.Listener {
    private static final int TIMED_PAYLOAD = 16;
    private static final double NS_PER_MS = 1e6;

    private final PingOptions options;
    private final String target;
    private final Kernel kernel;
    private final StringBuilder text = new StringBuilder();
    private final long[] sentNs;
    private final boolean[] seen;
    private final long startNs;
    private long lastSentNs;
    private long transmitted;
    private long received;
    private long duplicates;
    private long errors;
    private long inFlight;
    private long minNs = Long.MAX_VALUE;
    private long maxNs;
    private long sumNs;
    private double sumOfSquares;

    PingReport(PingOptions options, String target, Kernel kernel) {
        this.options = options;
        this.target = target;
        this.kernel = kernel;
        sentNs = new long[(int) options.count + 1];
        seen = new boolean[sentNs.length];
        startNs = kernel.nowNs();
        lastSentNs = startNs;
    }

    void start(String from) {
        String device = options.from != null && !options.from.matches("[0-9.]+") ? options.from : "";
        text.append(String.format("PING %s (%s) ", options.target, target));
        if (from != null) {
            text.append("from ").append(from).append(' ').append(device).append(": ");
        }
        text.append(String.format("%d(%d) bytes of data.%n", options.payload, options.payload + 28));
    }

    void sent(int sequence) {
        transmitted++;
        lastSentNs = kernel.nowNs();
        sentNs[sequence] = lastSentNs;
    }

    @Override
    public void reply(int from, int sequence, int ttl, int bytes) {
        if (sequence < 1 || sequence >= sentNs.length) {
            return;
        }
        boolean duplicate = seen[sequence];
        seen[sequence] = true;
        if (duplicate) {
            duplicates++;
        } else {
            received++;
        }
        inFlight = Math.max(inFlight, transmitted - sequence + 1);
        long roundTripNs = kernel.nowNs() - sentNs[sequence];
        minNs = Math.min(minNs, roundTripNs);
        maxNs = Math.max(maxNs, roundTripNs);
        sumNs += roundTripNs;
        sumOfSquares += (double) roundTripNs * roundTripNs;
        if (!options.quiet) {
            text.append(String.format(
                    "%d bytes from %s: icmp_seq=%d ttl=%d", bytes, Ipv4Address.format(from), sequence, ttl));
            text.append(isTimed() ? " time=" + time(roundTripNs) + " ms" : "");
            text.append(duplicate ? " (DUP!)\n" : "\n");
        }
    }

    @Override
    public void error(int from, int sequence, int type, int code) {
        errors++;
        inFlight = Math.max(inFlight, transmitted - sequence + 1);
        if (!options.quiet) {
            text.append(
                    String.format("From %s icmp_seq=%d %s%n", Ipv4Address.format(from), sequence, words(type, code)));
        }
    }

    /** Whether nothing more is waited for. */
    boolean complete() {
        return received + errors >= transmitted;
    }

    boolean answered() {
        return received > 0;
    }

    String finish() {
        text.append(String.format("%n--- %s ping statistics ---%n", options.target));
        text.append(String.format("%d packets transmitted, %d received", transmitted, received));
        text.append(duplicates > 0 ? ", +" + duplicates + " duplicates" : "");
        text.append(errors > 0 ? ", +" + errors + " errors" : "");
        double loss = (transmitted - received) * 100.0 / transmitted;
        String percent = loss == Math.rint(loss) ? String.format("%.0f", loss) : trimmed(loss);
        text.append(String.format(", %s%% packet loss, time %dms%n", percent, (lastSentNs - startNs) / 1_000_000));
        if (received > 0 && isTimed()) {
            double count = received + duplicates;
            double mean = sumNs / count;
            double deviation = Math.sqrt(Math.max(0, sumOfSquares / count - mean * mean));
            text.append("rtt min/avg/max/mdev = ");
            text.append(ms(minNs) + "/" + ms(mean) + "/" + ms(maxNs) + "/" + ms(deviation) + " ms");
            text.append(inFlight > 1 ? ", " : "");
        }
        text.append(inFlight > 1 ? "pipe " + inFlight : "");
        return text.append('\n').toString();
    }

    private boolean isTimed() {
        return options.payload >= TIMED_PAYLOAD;
    }

    /** Six significant digits, as {@code %g} prints them. */
    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.6g", value).replaceAll("0+$", "");
    }

    private static String ms(double ns) {
        return String.format(Locale.ROOT, "%.3f", ns / NS_PER_MS);
    }

    private static String time(long ns) {
        double ms = ns / NS_PER_MS;
        String format = ms >= 99.95 ? "%.0f" : ms >= 9.995 ? "%.1f" : ms >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, ms);
    }

    private static String words(int type, int code) {
        return switch (type) {
            case IcmpHeader.DESTINATION_UNREACHABLE -> unreachable(code);
            case IcmpHeader.TIME_EXCEEDED -> code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
            default -> Arrays.asList("type", type, "code", code).toString();
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set";
            case 9 -> "Destination Net Prohibited";
            case 10 -> "Destination Host Prohibited";
            case 13 -> "Packet filtered";
            default -> "Dest Unreachable, Bad Code: " + code;
        };
    }
}
