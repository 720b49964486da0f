package io.ringway.engine.vxlan;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv6Header;
import io.ringway.packet.Randomness;

/**
 * The hash of a frame's flow, the same in both directions ({@code flow_dissector.c:__skb_get_hash()}): of protocol,
 * addresses and ports, or of the EtherType alone for what is no IP. Of a flow with ports it stays with the frame, whatever
 * happens to its headers on the way. Which value, the kernel draws at boot; here it comes from the seed.
 */
final class FlowHash {
    private static final int SCTP = 132;
    private static final int DCCP = 33;
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final int UDP_LITE = 136;

    private final Randomness secret;

    FlowHash(Kernel kernel) {
        secret = kernel.randomness().stream("flow hash");
    }

    int of(Frame frame) {
        if (frame.flowHash() != 0) {
            return frame.flowHash();
        }
        int at = InnerPacket.offset(frame);
        int type = InnerPacket.type(frame, at);
        long hash = secret.bits(type);
        if (at > EthernetHeader.LENGTH) {
            hash = secret.bits(hash ^ (frame.u16(EthernetHeader.LENGTH) & 0xfff));
        }
        if (type == EthernetHeader.TYPE_IPV4
                && frame.length() >= at + Ipv4Header.MIN_LENGTH
                && Ipv4Header.headerLength(frame, at) >= Ipv4Header.MIN_LENGTH) {
            return ipv4(frame, at, hash);
        }
        if (type == EthernetHeader.TYPE_IPV6 && frame.length() >= at + Ipv6Header.LENGTH) {
            return ipv6(frame, at, hash);
        }
        return nonZero(hash);
    }

    private int ipv4(Frame frame, int at, long before) {
        int source = Ipv4Header.source(frame, at);
        int destination = Ipv4Header.destination(frame, at);
        int protocol = Ipv4Header.protocol(frame, at);
        boolean fragment = Ipv4Header.isFragment(frame, at);
        long ports = fragment ? 0 : ports(frame, at + Ipv4Header.headerLength(frame, at), protocol);
        boolean swap = Integer.compareUnsigned(destination, source) < 0
                || (source == destination && (ports & 0xffff) < ports >>> 16);
        long addresses = swap ? pair(destination, source) : pair(source, destination);
        long rest = (swap ? swapped(ports) : ports) << 8 | protocol;
        return kept(frame, ports, secret.bits(secret.bits(before ^ addresses) ^ rest));
    }

    private int ipv6(Frame frame, int at, long before) {
        int protocol = Ipv6Header.nextHeader(frame, at);
        long ports = ports(frame, at + Ipv6Header.LENGTH, protocol);
        long source = secret.bits(secret.bits(frame.i64(at + 8)) ^ frame.i64(at + 16));
        long destination = secret.bits(secret.bits(frame.i64(at + 24)) ^ frame.i64(at + 32));
        long label = frame.i32(at) & 0xf_ffff;
        long unordered = (ports >>> 16) + (ports & 0xffff);
        long rest = label << 32 | unordered << 8 | protocol;
        return kept(frame, ports, secret.bits(secret.bits(before ^ (source + destination)) ^ rest));
    }

    private static int kept(Frame frame, long ports, long hash) {
        if (ports != 0) {
            frame.setFlowHash(nonZero(hash));
        }
        return nonZero(hash);
    }

    private static int nonZero(long hash) {
        return (int) hash == 0 ? 1 : (int) hash;
    }

    /** Both ports, 0 for a protocol that has none ({@code proto_ports_offset()}). */
    private static long ports(Frame frame, int at, int protocol) {
        boolean hasPorts = switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP, Ipv4Header.PROTOCOL_UDP, SCTP, DCCP, ESP, UDP_LITE -> true;
            default -> false;
        };
        int field = protocol == AH ? at + 4 : at;
        return (hasPorts || protocol == AH) && frame.length() >= field + 4 ? frame.u32(field) : 0;
    }

    private static long swapped(long ports) {
        return (ports & 0xffff) << 16 | ports >>> 16;
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | (second & 0xffff_ffffL);
    }
}
