package io.ringway.conformance.random;

import io.ringway.conformance.random.TrafficGenerator.Sender;
import io.ringway.conformance.random.TrafficGenerator.Target;
import java.util.Arrays;

/** Packets that a well-behaved host may send, to somebody who may have no use for them. */
final class ValidPackets {
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private ValidPackets() {}

    static void echo(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.protocol = IpPacket.ICMP;
        packet.payload = IpPacket.icmp(8, 0, sender.dice.below(1 << 16) << 16 | 1, sender.data(200));
        sender.send(target, packet);
    }

    static void udp(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.udp(sender.port(), sender.port(), sender.data(200));
        if (sender.dice.percent(15)) {
            packet.payload[6] = 0;
            packet.payload[7] = 0;
            sender.also("UDP without checksum");
        }
        sender.send(target, packet);
    }

    static void tcp(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        int flags = sender.dice.oneOf(SYN, SYN, SYN, ACK, SYN | ACK, RST, RST | ACK, 1 | ACK, 0, 255, SYN | 1);
        packet.tcp(
                sender.port(),
                sender.port(),
                (int) sender.dice.bits(),
                (int) sender.dice.bits(),
                flags,
                sender.data(40));
        sender.send(target, packet);
    }

    /** About a packet that the target may have sent. */
    static void icmpError(Sender sender) {
        Target target = sender.target();
        IpPacket inner = sender.packet(target);
        inner.source = target.address();
        inner.destination = sender.from.address();
        if (sender.dice.percent(50)) {
            inner.udp(sender.port(), sender.port(), sender.data(40));
        } else {
            inner.tcp(sender.port(), sender.port(), 1, 2, SYN, sender.data(40));
        }
        byte[] quote = inner.bytes();
        if (sender.dice.percent(40)) {
            quote = Arrays.copyOf(quote, sender.dice.oneOf(28, 20, 24, 19, 8, 0));
        }
        int type = sender.dice.oneOf(3, 3, 3, 11, 12, 4);
        int code = type == 3 ? sender.dice.below(17) : sender.dice.below(3);
        IpPacket packet = sender.packet(target);
        packet.protocol = IpPacket.ICMP;
        packet.payload = IpPacket.icmp(type, code, type == 3 && code == 4 ? 1400 : 0, quote);
        sender.send(target, packet);
    }

    static void otherIcmp(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.protocol = IpPacket.ICMP;
        int type = sender.dice.oneOf(0, 9, 10, 13, 14, 15, 17, 18, 40, 42, 255);
        packet.payload = IpPacket.icmp(type, 0, 1, sender.data(60));
        sender.send(target, packet);
    }

    /** Not 255: the raw socket that sends for a stack would take it in. */
    static void otherProtocol(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.protocol = sender.dice.oneOf(0, 4, 47, 50, 51, 89, 132, 253, 254);
        packet.payload = sender.data(80);
        sender.send(target, packet);
    }

    /** Larger than some link may be. */
    static void large(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.udp(sender.port(), sender.port(), new byte[sender.dice.between(500, 1472)]);
        sender.send(target, packet);
    }

    static void oddSource(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        int here = sender.from.address();
        packet.source = sender.dice.oneOf(
                0,
                -1,
                0x7f000001,
                0xe0000001,
                0xf0000001,
                0xc0a80505,
                here | 0xff,
                here & 0xffffff00,
                target.address(),
                sender.dice.pick(sender.topology().ports()).address(),
                0x00000007);
        packet.udp(sender.port(), sender.port(), sender.data(40));
        if (sender.dice.percent(40)) {
            packet.protocol = IpPacket.ICMP;
            packet.payload = IpPacket.icmp(8, 0, 7, sender.data(40));
        }
        sender.send(target, packet);
    }
}
