package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** Connections in the words of {@code conntrack -L} (conntrack-tools 1.4.7). */
final class Listing {
    private Listing() {}

    static String of(ConnectionTable table, long nowNs) {
        StringBuilder out = new StringBuilder();
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            if (!connection.isExpired(nowNs) && !connection.has(Connection.NAT_CLASH)) {
                line(out, connection, nowNs);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Connection connection, long nowNs) {
        int protocol = connection.protocol();
        String name = protocolName(protocol);
        out.append(name).append(" ".repeat(Math.max(0, 8 - name.length()))).append(' ');
        out.append(protocol).append(' ').append(connection.secondsLeft(nowNs)).append(' ');
        if (connection.tcp != null) {
            out.append(TcpState.name(connection.tcp.state)).append(' ');
        } else if (connection.sctp != null) {
            out.append(SctpState.name(connection.sctp.state)).append(' ');
        }
        tuple(out, connection.originalAddresses, connection.originalRest);
        int originalZone = Tuple.zone(connection.originalRest);
        int replyZone = Tuple.zone(connection.replyRest);
        zone(out, "zone-orig=", replyZone == 0 ? originalZone : 0);
        counters(out, connection, false);
        if (!connection.isSeenReply()) {
            out.append("[UNREPLIED] ");
        }
        tuple(out, connection.replyAddresses, connection.replyRest);
        zone(out, "zone-reply=", originalZone == 0 ? replyZone : 0);
        counters(out, connection, true);
        if (connection.isAssured()) {
            out.append("[ASSURED] ");
        }
        out.append("mark=").append(Integer.toUnsignedString(connection.mark));
        out.append(' ');
        zone(out, "zone=", replyZone == 0 ? 0 : originalZone);
        out.append("use=1\n");
    }

    private static void zone(StringBuilder out, String name, int zone) {
        if (zone != 0) {
            out.append(name).append(zone).append(' ');
        }
    }

    private static void tuple(StringBuilder out, long addresses, long rest) {
        out.append("src=").append(Ipv4Address.format(Tuple.source(addresses)));
        out.append(" dst=").append(Ipv4Address.format(Tuple.destination(addresses)));
        int source = Tuple.sourcePort(rest);
        int destination = Tuple.destinationPort(rest);
        switch (Tuple.protocol(rest)) {
            case Ipv4Header.PROTOCOL_TCP,
                    Ipv4Header.PROTOCOL_UDP,
                    Tuple.PROTOCOL_DCCP,
                    Tuple.PROTOCOL_UDPLITE,
                    Tuple.PROTOCOL_SCTP ->
                out.append(" sport=").append(source).append(" dport=").append(destination);
            case Ipv4Header.PROTOCOL_ICMP ->
                out.append(" type=")
                        .append(destination >>> 8)
                        .append(" code=")
                        .append(destination & 0xff)
                        .append(" id=")
                        .append(source);
            case Tuple.PROTOCOL_GRE ->
                out.append(" srckey=0x")
                        .append(Integer.toHexString(source))
                        .append(" dstkey=0x")
                        .append(Integer.toHexString(destination));
            default -> {}
        }
        out.append(' ');
    }

    private static void counters(StringBuilder out, Connection connection, boolean reply) {
        if (connection.counters != null) {
            out.append("packets=").append(connection.packets(reply));
            out.append(" bytes=").append(connection.bytes(reply)).append(' ');
        }
    }

    private static String protocolName(int protocol) {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_ICMP -> "icmp";
            case Ipv4Header.PROTOCOL_TCP -> "tcp";
            case Ipv4Header.PROTOCOL_UDP -> "udp";
            case Tuple.PROTOCOL_DCCP -> "dccp";
            case Tuple.PROTOCOL_GRE -> "gre";
            case Tuple.PROTOCOL_SCTP -> "sctp";
            case Tuple.PROTOCOL_UDPLITE -> "udplite";
            default -> "unknown";
        };
    }
}
