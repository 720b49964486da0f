package io.ringway.conformance.random;

import io.ringway.conformance.random.TrafficGenerator.Sender;
import java.util.List;

/**
 * A kind of traffic.
 *
 * @param weight how often, beside the others
 */
record FrameKind(String name, int weight, Maker maker) {
    /** Makes one or more frames. */
    interface Maker {
        void make(Sender sender);
    }

    static List<FrameKind> all() {
        return List.of(
                new FrameKind("ICMP echo", 14, ValidPackets::echo),
                new FrameKind("UDP", 14, ValidPackets::udp),
                new FrameKind("TCP", 12, ValidPackets::tcp),
                new FrameKind("ICMP error", 6, ValidPackets::icmpError),
                new FrameKind("other ICMP", 3, ValidPackets::otherIcmp),
                new FrameKind("other IP protocol", 3, ValidPackets::otherProtocol),
                new FrameKind("large packet", 3, ValidPackets::large),
                new FrameKind("odd source address", 5, ValidPackets::oddSource),
                new FrameKind("fragments", 4, OddPackets::fragments),
                new FrameKind("stray fragment", 1, OddPackets::strayFragment),
                new FrameKind("wrong IP header", 6, OddPackets::wrongHeader),
                new FrameKind("wrong transport header", 6, OddPackets::wrongTransport),
                new FrameKind("cut short", 4, OddPackets::cutShort),
                new FrameKind("padded", 4, OddPackets::padded),
                new FrameKind("land", 1, OddPackets::land),
                new FrameKind("ARP request", 7, OtherFrames::arpRequest),
                new FrameKind("ARP reply", 4, OtherFrames::arpReply),
                new FrameKind("gratuitous ARP", 4, OtherFrames::gratuitousArp),
                new FrameKind("broken ARP", 4, OtherFrames::brokenArp),
                new FrameKind("802.1Q", 4, OtherFrames::vlan),
                new FrameKind("UDP-Lite", 3, OtherPackets::udpLite),
                new FrameKind("IGMP", 2, OtherPackets::igmp),
                new FrameKind("IP options", 6, OtherPackets::options),
                new FrameKind("ICMP redirect", 2, OtherPackets::redirect),
                new FrameKind("VXLAN by hand", 3, OtherPackets::vxlan),
                new FrameKind("group address", 4, OtherFrames::group),
                new FrameKind("other EtherType", 4, OtherFrames::otherType),
                new FrameKind("tiny", 3, OtherFrames::tiny),
                new FrameKind("oversize", 2, OtherFrames::oversize));
    }
}
