package io.ringway.replay.probe;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/** The first packet of a conversation: a SYN, an empty datagram or an echo request, behind room for an Ethernet header. */
final class ProbePacket {
    private static final int TTL = 64;
    private static final int IP_ID = 1;

    private ProbePacket() {}

    static Frame of(Probe probe, FramePool pool, int source, int destination) {
        int protocol = switch (probe.protocol()) {
            case "tcp" -> Ipv4Header.PROTOCOL_TCP;
            case "udp" -> Ipv4Header.PROTOCOL_UDP;
            default -> Ipv4Header.PROTOCOL_ICMP;
        };
        int bytes = protocol == Ipv4Header.PROTOCOL_TCP ? TcpHeader.MIN_LENGTH : UdpHeader.LENGTH;
        int at = EthernetHeader.LENGTH;
        int transport = at + Ipv4Header.MIN_LENGTH;
        Frame frame = pool.allocate(transport + bytes);
        frame.fillZero(0, transport + bytes);
        Ipv4Header.write(
                frame,
                at,
                0,
                Ipv4Header.MIN_LENGTH + bytes,
                IP_ID,
                Ipv4Header.DONT_FRAGMENT,
                TTL,
                protocol,
                source,
                destination);
        frame.setNetworkOffset(at);
        if (protocol == Ipv4Header.PROTOCOL_ICMP) {
            writeEcho(frame, transport, bytes, probe);
            return frame;
        }
        frame.putU16(transport, probe.sourcePort());
        frame.putU16(transport + 2, probe.port());
        int checksum = TcpHeader.CHECKSUM_OFFSET;
        if (protocol == Ipv4Header.PROTOCOL_TCP) {
            frame.putI32(transport + 4, 1);
            frame.putU16(transport + 12, 5 << 12 | TcpHeader.SYN);
            frame.putU16(transport + 14, 64_240);
        } else {
            frame.putU16(transport + 4, bytes);
            checksum = UdpHeader.CHECKSUM_OFFSET;
        }
        long pseudo = Checksum.pseudoHeader(source, destination, protocol, bytes);
        frame.putU16(transport + checksum, Checksum.finish(pseudo + frame.sum(transport, bytes)));
        return frame;
    }

    private static void writeEcho(Frame frame, int icmp, int bytes, Probe probe) {
        frame.putU16(icmp, IcmpHeader.ECHO_REQUEST << 8);
        frame.putU16(icmp + 4, probe.sourcePort());
        frame.putU16(icmp + 6, 1);
        frame.putU16(icmp + IcmpHeader.CHECKSUM_OFFSET, ~frame.sum(icmp, bytes) & 0xffff);
    }
}
