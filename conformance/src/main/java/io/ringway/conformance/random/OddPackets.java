package io.ringway.conformance.random;

import io.ringway.conformance.random.TrafficGenerator.Sender;
import io.ringway.conformance.random.TrafficGenerator.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** IPv4 packets with something wrong, and pieces of packets. */
final class OddPackets {
    private OddPackets() {}

    private static IpPacket some(Sender sender, Target target) {
        IpPacket packet = sender.packet(target);
        switch (sender.dice.below(3)) {
            case 0 -> packet.udp(sender.port(), sender.port(), sender.data(100));
            case 1 -> packet.tcp(sender.port(), sender.port(), 1, 2, sender.dice.oneOf(2, 16), sender.data(100));
            default -> {
                packet.protocol = IpPacket.ICMP;
                packet.payload = IpPacket.icmp(8, 0, 9, sender.data(100));
            }
        }
        return packet;
    }

    /** All of a packet, in any order; sometimes with a piece twice, overlapping or wrong. */
    static void fragments(Sender sender) {
        Target target = sender.target();
        IpPacket whole = sender.packet(target);
        whole.fragment = 0;
        if (sender.dice.percent(50)) {
            whole.udp(sender.port(), sender.port(), sender.data(600));
        } else {
            whole.protocol = IpPacket.ICMP;
            whole.payload = IpPacket.icmp(8, 0, 11, sender.data(600));
        }
        List<IpPacket> pieces = new ArrayList<>(whole.fragments(8 * sender.dice.between(8, 40)));
        if (sender.dice.percent(20)) {
            pieces.add(sender.dice.pick(pieces));
            sender.also("fragment twice");
        }
        if (sender.dice.percent(15) && whole.payload.length > 80) {
            int at = 8 * sender.dice.below(whole.payload.length / 8 - 4);
            pieces.add(whole.piece(at, Math.min(whole.payload.length, at + 8 * sender.dice.between(1, 12))));
            sender.also("overlapping fragments");
        }
        if (sender.dice.percent(60)) {
            shuffle(sender, pieces);
            sender.also("fragments out of order");
        }
        boolean interleaved = sender.dice.percent(25);
        IpPacket other = some(sender, target);
        if (interleaved) {
            sender.also("two packets in fragments");
        }
        for (IpPacket piece : pieces) {
            sender.send(target, piece);
            if (interleaved) {
                other.id++;
                sender.send(target, other.piece(0, Math.min(8, other.payload.length / 2)));
            }
        }
    }

    private static void shuffle(Sender sender, List<IpPacket> pieces) {
        for (int i = pieces.size() - 1; i > 0; i--) {
            pieces.set(i, pieces.set(sender.dice.below(i + 1), pieces.get(i)));
        }
    }

    /** One that nothing completes, or that is too large for any packet. */
    static void strayFragment(Sender sender) {
        Target target = sender.target();
        IpPacket packet = some(sender, target);
        packet.payload = Arrays.copyOf(packet.payload, packet.payload.length / 8 * 8 + sender.dice.oneOf(0, 0, 3));
        packet.fragment = sender.dice.oneOf(
                IpPacket.MF, 5, IpPacket.MF | 5, 0x1fff, IpPacket.MF | 0x1ffe, IpPacket.MF | IpPacket.DF);
        sender.send(target, packet);
    }

    static void wrongHeader(Sender sender) {
        Target target = sender.target();
        IpPacket packet = some(sender, target);
        switch (sender.dice.below(7)) {
            case 0 -> packet.checksumError = sender.dice.between(1, 0xfffe);
            case 1 -> packet.lengthError = sender.dice.oneOf(1, 8, 1000);
            case 2 -> packet.lengthError = -sender.dice.oneOf(1, 8, packet.payload.length, packet.payload.length + 1);
            case 3 -> packet.headerWordsError = sender.dice.oneOf(-1, -5, 1, 5, 10);
            case 4 -> packet.version = sender.dice.oneOf(0, 5, 6, 15);
            case 5 -> packet.fragment |= 0x8000;
            default -> packet.ttl = sender.dice.oneOf(0, 1);
        }
        sender.send(target, packet);
    }

    static void wrongTransport(Sender sender) {
        Target target = sender.target();
        IpPacket packet = some(sender, target);
        if (sender.dice.percent(60)) {
            int at = packet.protocol == IpPacket.UDP ? 6 : packet.protocol == IpPacket.TCP ? 16 : 2;
            packet.payload[at] ^= (byte) sender.dice.between(1, 255);
        } else if (packet.protocol == IpPacket.ICMP) {
            packet.payload[1] = (byte) sender.dice.between(1, 255);
        } else {
            int at = packet.protocol == IpPacket.UDP ? 5 : 12;
            packet.payload[at] = (byte) sender.dice.bits();
        }
        sender.send(target, packet);
    }

    /** Fewer bytes than the header says, or a header that says that there are few. */
    static void cutShort(Sender sender) {
        Target target = sender.target();
        IpPacket packet = some(sender, target);
        int keep = sender.dice.below(packet.payload.length + 1);
        if (sender.dice.percent(50)) {
            packet.payload = Arrays.copyOf(packet.payload, Math.min(keep, sender.dice.below(24)));
            sender.send(target, packet);
            return;
        }
        byte[] bytes = packet.bytes();
        byte[] frame = Ethernet.frame(target.mac(), sender.from.mac(), Ethernet.IPV4, bytes);
        sender.frame(Arrays.copyOf(frame, 14 + sender.dice.below(bytes.length)));
    }

    /** More bytes than the header says, as Ethernet's padding. */
    static void padded(Sender sender) {
        Target target = sender.target();
        byte[] frame = Ethernet.frame(
                target.mac(),
                sender.from.mac(),
                Ethernet.IPV4,
                some(sender, target).bytes());
        sender.frame(Arrays.copyOf(frame, frame.length + sender.dice.between(1, 60)));
    }

    /** From its own target. */
    static void land(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.source = target.address();
        int port = sender.port();
        packet.tcp(port, port, 1, 0, 2, new byte[0]);
        sender.send(target, packet);
    }
}
