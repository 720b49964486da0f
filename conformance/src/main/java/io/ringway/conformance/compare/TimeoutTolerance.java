package io.ringway.conformance.compare;

/** Seconds left, or gone by, of a connection or a set's member, which both sides cut to whole ones at moments some milliseconds apart. */
public final class TimeoutTolerance implements StateRule {
    private static final long TOLERANCE_S = 1;

    @Override
    public String name() {
        return "timeouts and ages of conntrack and ipset within 1 s";
    }

    @Override
    public String reason() {
        return "listed at moments some milliseconds apart, in whole seconds, by a clock of 4 ms";
    }

    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        return (key.equals("conntrack") || key.equals("ipset"))
                && (item.endsWith("/timeout") || item.endsWith("/delta-time"))
                && kernel != null
                && model != null
                && Math.abs(Long.parseLong(kernel) - Long.parseLong(model)) <= TOLERANCE_S;
    }
}
