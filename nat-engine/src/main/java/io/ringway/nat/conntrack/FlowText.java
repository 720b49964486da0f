package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Connections in the words of {@code conntrack -L} and {@code -E} (libnetfilter_conntrack 1.0.9, {@code snprintf_default.c}).
 *
 * @param family whether the family stands before the protocol ({@code -o extended})
 * @param id whether the id stands at the end ({@code -o id})
 * @param times whether start and end are shown as well as how long it lasts ({@code -o ktimestamp})
 * @param nowNs nanoseconds since 1970, for how long a connection has lasted
 */
public record FlowText(boolean family, boolean id, boolean times, long nowNs) {
    /** As {@code conntrack -L} shows it without any option. */
    public static final FlowText PLAIN = new FlowText(false, false, false, 0);

    private static final DateTimeFormatter CTIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** All of a table, in the order in which connections entered it. */
    static String list(ConnectionTable table, long nowNs, long wallNs) {
        StringBuilder out = new StringBuilder();
        FlowText text = new FlowText(false, false, false, wallNs);
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            if (!connection.isExpired(nowNs) && !connection.has(Connection.NAT_CLASH)) {
                out.append(text.line(FlowDump.of(connection, nowNs, FlowDump.LISTED)))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** Without a final newline. */
    public String line(FlowMessage flow) {
        StringBuilder out = new StringBuilder();
        int protocol = flow.number(FlowAttribute.ORIGINAL_PROTOCOL);
        if (family) {
            out.append(flow.isIpv4() ? "ipv4     2 " : "ipv6     10 ");
        }
        out.append(String.format("%-8s %d ", FlowStates.protocol(protocol), protocol));
        if (flow.has(FlowAttribute.TIMEOUT)) {
            out.append(flow.get(FlowAttribute.TIMEOUT)).append(' ');
        }
        if (flow.has(FlowAttribute.TCP_STATE)) {
            out.append(FlowStates.tcp(flow.get(FlowAttribute.TCP_STATE))).append(' ');
        } else if (flow.has(FlowAttribute.SCTP_STATE)) {
            out.append(FlowStates.sctp(flow.get(FlowAttribute.SCTP_STATE))).append(' ');
        }
        original(out, flow, protocol);
        if (flow.has(FlowAttribute.STATUS) && !flow.hasStatus(Connection.SEEN_REPLY)) {
            out.append("[UNREPLIED] ");
        }
        reply(out, flow, protocol);
        if (flow.hasStatus(Connection.ASSURED)) {
            out.append("[ASSURED] ");
        }
        number(out, "mark=", flow, FlowAttribute.MARK);
        number(out, "zone=", flow, FlowAttribute.ZONE);
        lifetime(out, flow);
        if (flow.has(FlowAttribute.HELPER)) {
            Helper helper = Helper.of(flow.number(FlowAttribute.HELPER));
            out.append("helper=").append(helper.kernelName()).append(' ');
        }
        number(out, "use=", flow, FlowAttribute.USE);
        if (id) {
            number(out, "id=", flow, FlowAttribute.ID);
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static void original(StringBuilder out, FlowMessage flow, int protocol) {
        addresses(out, flow.number(FlowAttribute.ORIGINAL_SOURCE), flow.number(FlowAttribute.ORIGINAL_DESTINATION));
        ports(out, protocol, flow, FlowAttribute.ORIGINAL_SOURCE_PORT, FlowAttribute.ORIGINAL_DESTINATION_PORT);
        if (FlowStates.isIcmp(protocol)) {
            icmp(out, flow, FlowAttribute.ICMP_TYPE, FlowAttribute.ICMP_CODE, FlowAttribute.ICMP_ID);
        }
        number(out, "zone-orig=", flow, FlowAttribute.ORIGINAL_ZONE);
        number(out, "packets=", flow, FlowAttribute.ORIGINAL_PACKETS);
        number(out, "bytes=", flow, FlowAttribute.ORIGINAL_BYTES);
    }

    private static void reply(StringBuilder out, FlowMessage flow, int protocol) {
        addresses(out, flow.number(FlowAttribute.REPLY_SOURCE), flow.number(FlowAttribute.REPLY_DESTINATION));
        ports(out, protocol, flow, FlowAttribute.REPLY_SOURCE_PORT, FlowAttribute.REPLY_DESTINATION_PORT);
        if (FlowStates.isIcmp(protocol)) {
            icmp(out, flow, FlowAttribute.REPLY_ICMP_TYPE, FlowAttribute.REPLY_ICMP_CODE, FlowAttribute.REPLY_ICMP_ID);
        }
        number(out, "zone-reply=", flow, FlowAttribute.REPLY_ZONE);
        number(out, "packets=", flow, FlowAttribute.REPLY_PACKETS);
        number(out, "bytes=", flow, FlowAttribute.REPLY_BYTES);
    }

    private static void addresses(StringBuilder out, int source, int destination) {
        out.append("src=").append(Ipv4Address.format(source)).append(' ');
        out.append("dst=").append(Ipv4Address.format(destination)).append(' ');
    }

    private static void ports(
            StringBuilder out, int protocol, FlowMessage flow, FlowAttribute source, FlowAttribute destination) {
        if (FlowStates.hasPorts(protocol)) {
            out.append("sport=").append(flow.get(source));
            out.append(" dport=").append(flow.get(destination)).append(' ');
        } else if (FlowStates.hasKeys(protocol)) {
            out.append("srckey=0x").append(Long.toHexString(flow.get(source)));
            out.append(" dstkey=0x")
                    .append(Long.toHexString(flow.get(destination)))
                    .append(' ');
        }
    }

    private static void icmp(
            StringBuilder out, FlowMessage flow, FlowAttribute type, FlowAttribute code, FlowAttribute id) {
        out.append("type=").append(flow.get(type));
        out.append(" code=").append(flow.get(code));
        out.append(" id=").append(flow.get(id)).append(' ');
    }

    private static void number(StringBuilder out, String name, FlowMessage flow, FlowAttribute attribute) {
        if (flow.has(attribute)) {
            out.append(name).append(flow.get(attribute)).append(' ');
        }
    }

    private void lifetime(StringBuilder out, FlowMessage flow) {
        if (!flow.has(FlowAttribute.START)) {
            return;
        }
        out.append("delta-time=").append(seconds(flow)).append(' ');
        if (times) {
            out.append("[start=").append(time(flow.get(FlowAttribute.START))).append("] ");
            if (flow.has(FlowAttribute.STOP)) {
                out.append("[stop=").append(time(flow.get(FlowAttribute.STOP))).append("] ");
            }
        }
    }

    /** How long it lasts or has lasted: whole seconds of both times, as {@code time()} counts. */
    public long seconds(FlowMessage flow) {
        long end = flow.has(FlowAttribute.STOP) ? flow.get(FlowAttribute.STOP) : nowNs;
        return end / Connection.SECOND_NS - flow.get(FlowAttribute.START) / Connection.SECOND_NS;
    }

    private static String time(long ns) {
        return CTIME.format(Instant.ofEpochSecond(ns / Connection.SECOND_NS));
    }
}
