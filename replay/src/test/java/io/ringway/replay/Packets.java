package io.ringway.replay;

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
import java.nio.charset.StandardCharsets;

/** Frames for tests, complete with checksums; ends are written as {@code 10.0.0.10:1000}. */
public final class Packets {
    private static final FramePool POOL = new FramePool();

    private Packets() {}

    public static byte[] arpRequest(long senderMac, String sender, String target) {
        Frame frame = POOL.allocate(42);
        EthernetHeader.set(frame, MacAddress.BROADCAST, senderMac, EthernetHeader.TYPE_ARP);
        ArpHeader.write(
                frame, 14, ArpHeader.REQUEST, senderMac, Ipv4Address.parse(sender), 0, Ipv4Address.parse(target));
        return take(frame);
    }

    public static byte[] udp(long to, long from, String source, String destination, int bytes) {
        Frame frame = ip(to, from, source, destination, Ipv4Header.PROTOCOL_UDP, 8 + bytes);
        frame.putU16(38, 8 + bytes);
        return finish(frame, UdpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_UDP, 8 + bytes);
    }

    /** What a client of TFTP asks first. */
    public static byte[] read(long to, long from, String source, String destination) {
        byte[] request = "\0\1file\0octet\0".getBytes(StandardCharsets.ISO_8859_1);
        Frame frame = ip(to, from, source, destination, Ipv4Header.PROTOCOL_UDP, 8 + request.length);
        frame.putU16(38, 8 + request.length);
        frame.put(42, request);
        return finish(frame, UdpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_UDP, 8 + request.length);
    }

    /** Of a protocol without ports, which nobody cuts into segments. */
    public static byte[] gre(long to, long from, String source, String destination, int bytes) {
        return take(ip(to, from, source, destination, 47, bytes));
    }

    public static byte[] tcp(
            long to, long from, String source, String destination, int flags, int sequence, int answer) {
        Frame frame = ip(to, from, source, destination, Ipv4Header.PROTOCOL_TCP, 20);
        frame.putI32(38, sequence);
        frame.putI32(42, answer);
        frame.putU16(46, 5 << 12 | flags);
        frame.putU16(48, 64240);
        return finish(frame, TcpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_TCP, 20);
    }

    /** A segment with a line in it. */
    public static byte[] line(
            long to, long from, String source, String destination, int sequence, int answer, String line) {
        byte[] text = line.getBytes(StandardCharsets.ISO_8859_1);
        Frame frame = ip(to, from, source, destination, Ipv4Header.PROTOCOL_TCP, 20 + text.length);
        frame.putI32(38, sequence);
        frame.putI32(42, answer);
        frame.putU16(46, 5 << 12 | TcpHeader.ACK | TcpHeader.PSH);
        frame.putU16(48, 64240);
        frame.put(54, text);
        return finish(frame, TcpHeader.CHECKSUM_OFFSET, Ipv4Header.PROTOCOL_TCP, 20 + text.length);
    }

    public static byte[] syn(long to, long from, String source, String destination) {
        return tcp(to, from, source, destination, TcpHeader.SYN, 1000, 0);
    }

    public static byte[] echoRequest(long to, long from, String source, String destination) {
        Frame frame = ip(to, from, source, destination, Ipv4Header.PROTOCOL_ICMP, 64);
        frame.fillZero(34, 64);
        frame.putU8(34, IcmpHeader.ECHO_REQUEST);
        frame.putU16(38, 7);
        frame.putU16(40, 1);
        frame.putU16(36, ~frame.sum(34, 64) & 0xffff);
        return take(frame);
    }

    /** "arp", or protocol, ends and where it matters the kind: {@code tcp 10.0.0.10:40000 > 10.0.0.11:80 S}. */
    public static String text(byte[] bytes) {
        Frame frame = POOL.allocate(bytes.length);
        frame.put(0, bytes);
        String text = text(frame);
        frame.free();
        return text;
    }

    private static String text(Frame frame) {
        if (EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP) {
            return ArpHeader.operation(frame, 14) == ArpHeader.REQUEST ? "arp request" : "arp reply";
        }
        String source = Ipv4Address.format(Ipv4Header.source(frame, 14));
        String destination = Ipv4Address.format(Ipv4Header.destination(frame, 14));
        return switch (Ipv4Header.protocol(frame, 14)) {
            case Ipv4Header.PROTOCOL_TCP ->
                "tcp " + source + ":" + frame.u16(34) + " > " + destination + ":" + frame.u16(36) + " "
                        + flags(TcpHeader.flags(frame, 34));
            case Ipv4Header.PROTOCOL_UDP ->
                "udp " + source + ":" + frame.u16(34) + " > " + destination + ":" + frame.u16(36);
            default -> "icmp " + source + " > " + destination + " type " + IcmpHeader.type(frame, 34);
        };
    }

    private static String flags(int flags) {
        return ((flags & TcpHeader.SYN) != 0 ? "S" : "")
                + ((flags & TcpHeader.RST) != 0 ? "R" : "")
                + ((flags & TcpHeader.ACK) != 0 ? "." : "");
    }

    private static Frame ip(long to, long from, String source, String destination, int protocol, int payload) {
        Frame frame = POOL.allocate(34 + payload);
        EthernetHeader.set(frame, to, from, EthernetHeader.TYPE_IPV4);
        Ipv4Header.write(frame, 14, 0, 20 + payload, 4711, 0, 64, protocol, address(source), address(destination));
        frame.fillZero(34, payload);
        frame.putU16(34, port(source));
        frame.putU16(36, port(destination));
        return frame;
    }

    private static int address(String end) {
        return Ipv4Address.parse(end.contains(":") ? end.substring(0, end.indexOf(':')) : end);
    }

    private static int port(String end) {
        return end.contains(":") ? Integer.parseInt(end.substring(end.indexOf(':') + 1)) : 0;
    }

    private static byte[] finish(Frame frame, int checksumOffset, int protocol, int bytes) {
        long pseudo =
                Checksum.pseudoHeader(Ipv4Header.source(frame, 14), Ipv4Header.destination(frame, 14), protocol, bytes);
        frame.putU16(34 + checksumOffset, Checksum.finish(pseudo + frame.sum(34, bytes)));
        return take(frame);
    }

    private static byte[] take(Frame frame) {
        byte[] bytes = frame.toBytes();
        frame.free();
        return bytes;
    }
}
