package io.ringway.engine.route;

import java.util.Arrays;

/** What a route says of the way beyond its next hop ({@code RTAX_*} of rtnetlink.h), 0 for nothing said. */
public final class RouteMetrics {
    /** In the kernel's order, which is that of {@code ip route}. */
    public enum Metric {
        MTU("mtu"),
        WINDOW("window"),
        RTT("rtt"),
        RTTVAR("rttvar"),
        SSTHRESH("ssthresh"),
        CWND("cwnd"),
        ADVMSS("advmss"),
        REORDERING("reordering"),
        HOPLIMIT("hoplimit"),
        INITCWND("initcwnd"),
        INITRWND("initrwnd"),
        QUICKACK("quickack");

        private final String word;

        Metric(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final Metric[] ALL = Metric.values();

    public static final RouteMetrics NONE = new RouteMetrics();

    private static final int LARGEST_MTU = 65_520;
    private static final int LARGEST_MSS = 65_495;

    private final boolean[] said = new boolean[ALL.length];
    private final long[] values = new long[ALL.length];
    private final boolean[] locked = new boolean[ALL.length];

    private RouteMetrics() {}

    /** The same with one more, clamped as {@code fib_metrics.c:ip_metrics_convert()} does. */
    public RouteMetrics with(Metric metric, long value, boolean lock) {
        RouteMetrics result = new RouteMetrics();
        System.arraycopy(said, 0, result.said, 0, said.length);
        System.arraycopy(values, 0, result.values, 0, values.length);
        System.arraycopy(locked, 0, result.locked, 0, locked.length);
        int at = metric.ordinal();
        result.said[at] = true;
        result.locked[at] |= lock;
        result.values[at] = switch (metric) {
            case MTU -> Math.min(value, LARGEST_MTU);
            case ADVMSS -> Math.min(value, LARGEST_MSS);
            default -> value;
        };
        return result;
    }

    public boolean isSaid(Metric metric) {
        return said[metric.ordinal()] && values[metric.ordinal()] != 0;
    }

    public long get(Metric metric) {
        return values[metric.ordinal()];
    }

    public boolean isLocked(Metric metric) {
        return locked[metric.ordinal()];
    }

    public boolean isEmpty() {
        for (Metric metric : ALL) {
            if (isSaid(metric) || isLocked(metric)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteMetrics that
                && Arrays.equals(values, that.values)
                && Arrays.equals(locked, that.locked);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
