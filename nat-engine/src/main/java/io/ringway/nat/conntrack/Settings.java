package io.ringway.nat.conntrack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The {@code net.netfilter.nf_conntrack_*} settings of one namespace, with the kernel's defaults. Read by name on the
 * control path, as fields by the trackers.
 */
final class Settings {
    private static final long S = Connection.SECOND_NS;

    /** Indexed by TCP state, in nanoseconds. A connection never rests in NONE. */
    final long[] tcpTimeoutNs = {0, 120 * S, 60 * S, 432_000 * S, 120 * S, 60 * S, 30 * S, 120 * S, 10 * S, 120 * S};

    /** Indexed by SCTP state. */
    final long[] sctpTimeoutNs = {10 * S, 10 * S, 3 * S, 3 * S, 210 * S, 3 * S, 3 * S, 3 * S, 30 * S};

    long tcpRetransmissionTimeoutNs = 300 * S;
    long tcpUnacknowledgedTimeoutNs = 300 * S;
    int tcpMaxRetransmissions = 3;
    boolean tcpLoose = true;
    boolean tcpBeLiberal;
    boolean tcpIgnoreInvalidReset;
    long udpTimeoutNs = 30 * S;
    long udpStreamTimeoutNs = 120 * S;
    long icmpTimeoutNs = 30 * S;
    long genericTimeoutNs = 600 * S;
    long greTimeoutNs = 30 * S;
    long greStreamTimeoutNs = 180 * S;
    boolean checksum = true;
    boolean accounting;
    boolean timestamps;

    /** Whether what happens is told: 0 never, 1 always, 2 of connections that begin while somebody listens. */
    long events = 2;

    final TrackingLimits limits;

    private final Map<String, Long> values = new LinkedHashMap<>();

    Settings(TrackingLimits limits) {
        this.limits = limits;
        seconds("generic_timeout", genericTimeoutNs);
        seconds("icmp_timeout", icmpTimeoutNs);
        seconds("gre_timeout", greTimeoutNs);
        seconds("gre_timeout_stream", greStreamTimeoutNs);
        seconds("udp_timeout", udpTimeoutNs);
        seconds("udp_timeout_stream", udpStreamTimeoutNs);
        seconds("tcp_timeout_max_retrans", tcpRetransmissionTimeoutNs);
        seconds("tcp_timeout_unacknowledged", tcpUnacknowledgedTimeoutNs);
        for (int state = TcpState.SYN_SENT; state <= TcpState.CLOSE; state++) {
            seconds(tcpTimeoutName(state), tcpTimeoutNs[state]);
        }
        for (int state = SctpState.CLOSED; state < SctpState.COUNT; state++) {
            seconds(sctpTimeoutName(state), sctpTimeoutNs[state]);
        }
        values.put("tcp_max_retrans", (long) tcpMaxRetransmissions);
        values.put("tcp_loose", 1L);
        values.put("tcp_be_liberal", 0L);
        values.put("tcp_ignore_invalid_rst", 0L);
        values.put("checksum", 1L);
        values.put("acct", 0L);
        values.put("max", 0L);
        values.put("buckets", 0L);
        values.put("count", 0L);
        values.put("expect_max", 0L);
        values.put("events", 2L);
        values.put("log_invalid", 0L);
        values.put("timestamp", 0L);
        values.put("icmpv6_timeout", 30L);
    }

    /** As the table of {@code nf_conntrack_standalone.c} has them; null if there is no {@code nf_conntrack_<name>}. */
    SettingBounds bounds(String name) {
        if (!values.containsKey(name)) {
            return null;
        }
        return switch (name) {
            case "acct", "checksum", "timestamp", "tcp_loose", "tcp_be_liberal", "tcp_ignore_invalid_rst" ->
                SettingBounds.upTo(1);
            case "events" -> SettingBounds.upTo(2);
            case "log_invalid", "tcp_max_retrans" -> SettingBounds.upTo(0xff);
            case "max" -> SettingBounds.OF_MACHINE_OR_NONE;
            case "buckets", "expect_max" -> SettingBounds.OF_MACHINE;
            case "count" -> SettingBounds.SHOWN;
            default -> SettingBounds.SECONDS;
        };
    }

    private void seconds(String name, long ns) {
        values.put(name, ns / S);
    }

    private static String tcpTimeoutName(int state) {
        return "tcp_timeout_" + TcpState.name(state).toLowerCase(Locale.ROOT);
    }

    private static String sctpTimeoutName(int state) {
        return "sctp_timeout_" + SctpState.name(state).toLowerCase(Locale.ROOT);
    }

    Set<String> names() {
        return values.keySet();
    }

    long get(String name) {
        return TrackingLimits.has(name) ? limits.get(name) : values.get(name);
    }

    boolean set(String name, long value) {
        if (!values.containsKey(name)) {
            return false;
        }
        values.put(name, value);
        switch (name) {
            case "generic_timeout" -> genericTimeoutNs = value * S;
            case "icmp_timeout" -> icmpTimeoutNs = value * S;
            case "gre_timeout" -> greTimeoutNs = value * S;
            case "gre_timeout_stream" -> greStreamTimeoutNs = value * S;
            case "udp_timeout" -> udpTimeoutNs = value * S;
            case "udp_timeout_stream" -> udpStreamTimeoutNs = value * S;
            case "tcp_timeout_max_retrans" -> tcpRetransmissionTimeoutNs = value * S;
            case "tcp_timeout_unacknowledged" -> tcpUnacknowledgedTimeoutNs = value * S;
            case "tcp_max_retrans" -> tcpMaxRetransmissions = (int) value;
            case "tcp_loose" -> tcpLoose = value != 0;
            case "tcp_be_liberal" -> tcpBeLiberal = value != 0;
            case "tcp_ignore_invalid_rst" -> tcpIgnoreInvalidReset = value != 0;
            case "checksum" -> checksum = value != 0;
            case "acct" -> accounting = value != 0;
            case "timestamp" -> timestamps = value != 0;
            case "events" -> events = value;
            case "max", "buckets", "expect_max" -> limits.set(name, value);
            default -> setTimeoutOfState(name, value);
        }
        return true;
    }

    private void setTimeoutOfState(String name, long value) {
        for (int state = TcpState.SYN_SENT; state <= TcpState.CLOSE; state++) {
            if (name.equals(tcpTimeoutName(state))) {
                tcpTimeoutNs[state] = value * S;
            }
        }
        for (int state = SctpState.CLOSED; state < SctpState.COUNT; state++) {
            if (name.equals(sctpTimeoutName(state))) {
                sctpTimeoutNs[state] = value * S;
            }
        }
    }
}
