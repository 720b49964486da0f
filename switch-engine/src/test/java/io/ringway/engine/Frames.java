package io.ringway.engine;

import io.ringway.packet.ArpHeader;
import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/** Frames for tests, complete with checksums. */
final class Frames {
    private static final FramePool POOL = new FramePool();

    private Frames() {}

    /** An Ethernet frame of an experimental type (88b5) with a payload of zeros. */
    static byte[] plain(long destination, long source) {
        Frame frame = POOL.allocate(60);
        frame.fillZero(0, 60);
        EthernetHeader.set(frame, destination, source, 0x88b5);
        return take(frame);
    }

    static byte[] arpRequest(long senderMac, String sender, String target) {
        Frame frame = POOL.allocate(42);
        EthernetHeader.set(frame, MacAddress.BROADCAST, senderMac, EthernetHeader.TYPE_ARP);
        ArpHeader.write(
                frame, 14, ArpHeader.REQUEST, senderMac, Ipv4Address.parse(sender), 0, Ipv4Address.parse(target));
        return take(frame);
    }

    static byte[] arpReply(long senderMac, String sender, long targetMac, String target) {
        Frame frame = POOL.allocate(42);
        EthernetHeader.set(frame, targetMac, senderMac, EthernetHeader.TYPE_ARP);
        ArpHeader.write(
                frame, 14, ArpHeader.REPLY, senderMac, Ipv4Address.parse(sender), targetMac, Ipv4Address.parse(target));
        return take(frame);
    }

    static byte[] udp(long destinationMac, long sourceMac, String source, String destination, int ttl, int bytes) {
        Frame frame = ip(destinationMac, sourceMac, source, destination, ttl, Ipv4Header.PROTOCOL_UDP, 8 + bytes, 0);
        frame.putU16(34, 1000);
        frame.putU16(36, 2000);
        frame.putU16(38, 8 + bytes);
        frame.putU16(40, 0);
        for (int i = 0; i < bytes; i++) {
            frame.putU8(42 + i, i);
        }
        finish(frame, UdpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_UDP, 8 + bytes);
        return take(frame);
    }

    /** A UDP-Lite packet whose checksum covers so many bytes, 0 for all. */
    static byte[] udpLite(
            long destinationMac, long sourceMac, String source, String destination, int bytes, int coverage) {
        int protocol = Ipv4Header.PROTOCOL_UDP_LITE;
        Frame frame = ip(destinationMac, sourceMac, source, destination, 64, protocol, 8 + bytes, 0);
        frame.fillZero(34, 8 + bytes);
        frame.putU16(38, coverage);
        frame.putU8(41 + bytes, 0x77);
        long pseudo = Checksum.pseudoHeader(
                Ipv4Header.source(frame, 14), Ipv4Header.destination(frame, 14), protocol, 8 + bytes);
        int covered = coverage == 0 ? 8 + bytes : Math.min(coverage, 8 + bytes);
        frame.putU16(40, Checksum.finish(pseudo + frame.sum(34, covered)));
        return take(frame);
    }

    /** A UDP packet that must not be fragmented. */
    static byte[] udpWhole(long destinationMac, long sourceMac, String source, String destination, int bytes) {
        Frame frame = ip(
                destinationMac,
                sourceMac,
                source,
                destination,
                64,
                Ipv4Header.PROTOCOL_UDP,
                8 + bytes,
                Ipv4Header.DONT_FRAGMENT);
        frame.fillZero(34, 8 + bytes);
        frame.putU16(38, 8 + bytes);
        finish(frame, UdpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_UDP, 8 + bytes);
        return take(frame);
    }

    static byte[] tcp(long destinationMac, long sourceMac, String source, String destination, int flags) {
        Frame frame = ip(destinationMac, sourceMac, source, destination, 64, Ipv4Header.PROTOCOL_TCP, 20, 0);
        frame.fillZero(34, 20);
        frame.putU16(34, 40000);
        frame.putU16(36, 80);
        frame.putI32(38, 1000);
        frame.putI32(42, (flags & TcpHeader.ACK) != 0 ? 5000 : 0);
        frame.putU16(46, 5 << 12 | flags);
        frame.putU16(48, 64240);
        finish(frame, TcpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_TCP, 20);
        return take(frame);
    }

    static byte[] echoRequest(long destinationMac, long sourceMac, String source, String destination, int ttl) {
        return echoRequest(destinationMac, sourceMac, source, destination, ttl, 64);
    }

    /** An echo request of so many bytes, its ICMP header included. */
    static byte[] echoRequest(
            long destinationMac, long sourceMac, String source, String destination, int ttl, int bytes) {
        Frame frame = ip(destinationMac, sourceMac, source, destination, ttl, Ipv4Header.PROTOCOL_ICMP, bytes, 0);
        frame.fillZero(34, bytes);
        frame.putU8(34, IcmpHeader.ECHO_REQUEST);
        frame.putU16(38, 7);
        frame.putU16(40, 1);
        frame.putU16(36, ~frame.sum(34, bytes) & 0xffff);
        return take(frame);
    }

    /** "Host unreachable", about a UDP packet the other way. */
    static byte[] icmpError(long destinationMac, long sourceMac, String source, String destination, int ttl) {
        byte[] about = udp(sourceMac, destinationMac, destination, source, 64, 0);
        int bytes = IcmpHeader.LENGTH + about.length - 14;
        Frame frame = ip(destinationMac, sourceMac, source, destination, ttl, Ipv4Header.PROTOCOL_ICMP, bytes, 0);
        frame.fillZero(34, IcmpHeader.LENGTH);
        frame.putU8(34, IcmpHeader.DESTINATION_UNREACHABLE);
        frame.putU8(35, 1);
        for (int i = 14; i < about.length; i++) {
            frame.putU8(42 + i - 14, about[i]);
        }
        frame.putU16(36, ~frame.sum(34, bytes) & 0xffff);
        return take(frame);
    }

    private static Frame ip(
            long destinationMac,
            long sourceMac,
            String source,
            String destination,
            int ttl,
            int protocol,
            int payload,
            int flags) {
        Frame frame = POOL.allocate(34 + payload);
        EthernetHeader.set(frame, destinationMac, sourceMac, EthernetHeader.TYPE_IPV4);
        Ipv4Header.write(
                frame,
                14,
                0,
                20 + payload,
                4711,
                flags,
                ttl,
                protocol,
                Ipv4Address.parse(source),
                Ipv4Address.parse(destination));
        return frame;
    }

    private static void finish(Frame frame, int checksumOffset, int protocol, int bytes) {
        long pseudo =
                Checksum.pseudoHeader(Ipv4Header.source(frame, 14), Ipv4Header.destination(frame, 14), protocol, bytes);
        frame.putU16(34 + checksumOffset, Checksum.finish(pseudo + frame.sum(34, bytes)));
    }

    private static byte[] take(Frame frame) {
        byte[] bytes = frame.toBytes();
        frame.free();
        return bytes;
    }

    /** A frame of the given bytes to read fields from. */
    static Frame of(byte[] bytes) {
        Frame frame = POOL.allocate(bytes.length);
        frame.put(0, bytes);
        return frame;
    }
}
