package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Header;

/** What one namespace knows of protocols, by their number ({@code nf_conntrack_proto.c:nf_ct_l4proto_find()}). */
final class Trackers {
    final IcmpTracker icmp;
    private final ProtocolTracker tcp;
    private final ProtocolTracker udp;
    private final ProtocolTracker udpLite;
    private final ProtocolTracker gre;
    private final ProtocolTracker sctp;
    private final ProtocolTracker stateless;

    Trackers(Settings settings, ConnectionTable table) {
        icmp = new IcmpTracker(settings, table);
        tcp = new TcpTracker(settings, table);
        udp = new UdpTracker(settings);
        udpLite = new UdpLiteTracker(settings);
        gre = new GreTracker(settings);
        sctp = new SctpTracker(settings);
        stateless = new StatelessTracker(settings);
    }

    ProtocolTracker of(int protocol) {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> tcp;
            case Ipv4Header.PROTOCOL_UDP -> udp;
            case Ipv4Header.PROTOCOL_ICMP -> icmp;
            case Tuple.PROTOCOL_UDPLITE -> udpLite;
            case Tuple.PROTOCOL_GRE -> gre;
            case Tuple.PROTOCOL_SCTP -> sctp;
            default -> stateless;
        };
    }
}
