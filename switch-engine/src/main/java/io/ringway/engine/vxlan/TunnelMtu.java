package io.ringway.engine.vxlan;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/**
 * What a bridged packet that is too large for its tunnel gets: "fragmentation needed", in the name of the host that it
 * is for, sent back into the bridge ({@code ip_tunnel_core.c:iptunnel_pmtud_check_icmp(), iptunnel_pmtud_build_icmp()}).
 */
final class TunnelMtu {
    private static final int SMALLEST = 576;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int HEADERS = Ipv4Header.MIN_LENGTH + IcmpHeader.LENGTH;

    private TunnelMtu() {}

    /** Whether such an error may be sent about the frame's packet. */
    static boolean mayAnswer(Frame frame, int mtu) {
        int at = EthernetHeader.LENGTH;
        if (EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4
                || mtu < SMALLEST
                || frame.u16(at + 6) != Ipv4Header.DONT_FRAGMENT) {
            return false;
        }
        int source = Ipv4Header.source(frame, at);
        int destination = Ipv4Header.destination(frame, at);
        if (isGroup(destination)
                || isGroup(source)
                || Ipv4Address.isZeroNet(source)
                || Ipv4Address.isLoopback(source)) {
            return false;
        }
        int icmp = at + Ipv4Header.headerLength(frame, at);
        return Ipv4Header.protocol(frame, at) != Ipv4Header.PROTOCOL_ICMP
                || !IcmpHeader.isError(IcmpHeader.type(frame, icmp));
    }

    private static boolean isGroup(int address) {
        return Ipv4Address.isMulticast(address) || address == Ipv4Address.BROADCAST;
    }

    /** Turns the frame into the error about itself. */
    static Frame answer(Kernel kernel, Frame frame, int mtu) {
        int at = EthernetHeader.LENGTH;
        long source = EthernetHeader.source(frame);
        long destination = EthernetHeader.destination(frame);
        int from = Ipv4Header.destination(frame, at);
        int to = Ipv4Header.source(frame, at);
        int ttl = Ipv4Header.ttl(frame, at);
        int quoted = Math.min(frame.length() - at, SMALLEST - HEADERS);
        frame.setLength(at + quoted);
        Frame error = frame.headroom() < HEADERS ? kernel.withHeadroom(frame) : frame;
        error.push(HEADERS);
        int icmp = at + Ipv4Header.MIN_LENGTH;
        error.putU16(icmp, IcmpHeader.DESTINATION_UNREACHABLE << 8 | FRAGMENTATION_NEEDED);
        error.putU16(icmp + 2, 0);
        error.putI32(icmp + 4, mtu);
        error.putU16(icmp + 2, ~error.sum(icmp, IcmpHeader.LENGTH + quoted) & 0xffff);
        int total = HEADERS + quoted;
        Ipv4Header.write(error, at, 0, total, 0, Ipv4Header.DONT_FRAGMENT, ttl, Ipv4Header.PROTOCOL_ICMP, from, to);
        EthernetHeader.set(error, source, destination, EthernetHeader.TYPE_IPV4);
        error.setNetworkOffset(at);
        error.setTransportOffset(icmp);
        error.setFragments(null);
        return error;
    }
}
