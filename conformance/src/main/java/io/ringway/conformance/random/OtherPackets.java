package io.ringway.conformance.random;

import io.ringway.conformance.random.TrafficGenerator.Sender;
import io.ringway.conformance.random.TrafficGenerator.Target;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Packets of rarer kinds: UDP-Lite, IGMP, IP options, redirects, and VXLAN that no tunnel wrapped. */
final class OtherPackets {
    private static final int UDP_LITE = 136;
    private static final int IGMP = 2;
    private static final int VXLAN_HEADER = 8;

    private OtherPackets() {}

    /** RFC 3828: the length field says how much the checksum covers. */
    static void udpLite(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.udp(sender.port(), sender.port(), sender.data(100));
        packet.protocol = UDP_LITE;
        int all = packet.payload.length;
        int covered = sender.dice.oneOf(0, 8, all, all / 2 + 4, 7, all + 1);
        int summed = covered == 0 || covered > all ? all : covered;
        ByteBuffer out = ByteBuffer.wrap(packet.payload);
        out.putShort(4, (short) covered).putShort(6, (short) 0);
        long pseudo = sum(packet.source) + sum(packet.destination) + UDP_LITE + all;
        int sum = IpPacket.checksum(packet.payload, 0, Math.max(summed, 8), pseudo);
        out.putShort(6, (short) (sum == 0 ? 0xffff : sum));
        if (sender.dice.percent(15)) {
            packet.payload[sender.dice.oneOf(6, 7)] ^= 1;
        }
        sender.send(target, packet);
    }

    private static long sum(int address) {
        return (address >>> 16) + (address & 0xffffL);
    }

    /** Reports and leave messages, of groups that nobody asked for; queries would make bridges snoop. */
    static void igmp(Sender sender) {
        int type = sender.dice.oneOf(0x12, 0x16, 0x17, 0x22, 0x13, 0x99);
        int group = sender.groupsAreHashed() ? 0xe0000001 : sender.dice.oneOf(0xef010203, 0xe00000fb, 0xe0000001);
        Target target = new Target(group, 0x0100_5e00_0000L | (group & 0x7fffff), "");
        IpPacket packet = sender.packet(target);
        packet.protocol = IGMP;
        packet.ttl = sender.dice.percent(85) ? 1 : packet.ttl;
        packet.fragment = 0;
        if (sender.dice.percent(70)) {
            packet.options = new byte[] {(byte) 0x94, 4, 0, 0};
        }
        packet.payload = IpPacket.icmp(type, 0, group, new byte[0]);
        if (type == 0x22) {
            ByteBuffer record =
                    ByteBuffer.allocate(8).put((byte) sender.dice.below(7)).put((byte) 0);
            record.putShort((short) sender.dice.oneOf(0, 0, 1).intValue()).putInt(group);
            packet.payload = IpPacket.icmp(type, 0, sender.dice.below(3), record.array());
        }
        if (sender.dice.percent(20)) {
            packet.payload = Arrays.copyOf(packet.payload, sender.dice.below(12));
        }
        sender.send(target, packet);
    }

    /** RFC 791 §3.1: record route, timestamps, source routes, router alert, and what is none of them. */
    static void options(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        if (sender.dice.percent(50)) {
            packet.udp(sender.port(), sender.port(), sender.data(60));
        } else {
            packet.protocol = IpPacket.ICMP;
            packet.payload = IpPacket.icmp(8, 0, 13, sender.data(60));
        }
        ByteBuffer out = ByteBuffer.allocate(40);
        int hop = sender.dice.pick(sender.topology().ports()).address();
        switch (sender.dice.below(8)) {
            case 0 -> out.put((byte) 7).put((byte) 15).put((byte) (int) sender.dice.oneOf(4, 4, 8, 16, 5, 3));
            case 1 ->
                out.put((byte) 68)
                        .put((byte) 12)
                        .put((byte) (int) sender.dice.oneOf(5, 9, 13))
                        .put((byte) 0);
            case 2 -> out.put((byte) 68).put((byte) 20).put((byte) 5).put((byte) 1);
            case 3 ->
                out.put((byte) 68).put((byte) 12).put((byte) 5).put((byte) 3).putInt(hop);
            case 4 -> out.put((byte) 131).put((byte) 7).put((byte) 4).putInt(hop);
            case 5 -> out.put((byte) 137).put((byte) 7).put((byte) 4).putInt(hop);
            case 6 -> out.put((byte) 148).put((byte) 4).putShort((short) (int) sender.dice.oneOf(0, 1));
            default ->
                out.put((byte) sender.dice.bits())
                        .put((byte) sender.dice.below(12))
                        .putInt(hop);
        }
        int length = Math.max(out.position(), out.get(0) == 148 - 256 ? 4 : out.get(1) & 31);
        packet.options = Arrays.copyOf(out.array(), (length + 3) / 4 * 4);
        sender.send(target, packet);
    }

    /** About a packet that the target may have sent, from somebody who may be its gateway. */
    static void redirect(Sender sender) {
        Target target = sender.target();
        IpPacket inner = sender.packet(target);
        inner.source = target.address();
        inner.destination = sender.dice.pick(sender.topology().ports()).address();
        inner.udp(sender.port(), sender.port(), sender.data(20));
        IpPacket packet = sender.packet(target);
        packet.protocol = IpPacket.ICMP;
        int gateway = sender.dice.pick(sender.topology().ports()).address();
        packet.payload = IpPacket.icmp(5, sender.dice.oneOf(0, 1, 1, 3, 4), gateway, inner.bytes());
        sender.send(target, packet);
    }

    /** RFC 7348 §5, to the tunnel's port: flags, number and the frame inside may be wrong. */
    static void vxlan(Sender sender) {
        Target target = sender.tunnelEnd();
        IpPacket inner = sender.packet(target);
        inner.udp(sender.port(), sender.port(), sender.data(40));
        inner.tos = sender.dice.oneOf(0, 0, 1, 2, 3);
        long source = sender.dice.percent(60)
                ? 0x0200_0000_ee00L
                : sender.dice.pick(sender.topology().ports()).mac();
        byte[] frame =
                Ethernet.frame(sender.dice.pick(sender.topology().ports()).mac(), source, Ethernet.IPV4, inner.bytes());
        if (sender.dice.percent(20)) {
            frame = Arrays.copyOf(frame, sender.dice.below(20));
        }
        int vni = sender.dice.percent(75) ? sender.vni() : 7;
        int flags = sender.dice.percent(80) ? 0x0800_0000 : sender.dice.oneOf(0, 0x0c00_0000, 0x0800_0001);
        ByteBuffer data = ByteBuffer.allocate(VXLAN_HEADER + frame.length);
        data.putInt(flags).putInt(vni << 8 | (sender.dice.percent(90) ? 0 : 1)).put(frame);
        IpPacket packet = sender.packet(target);
        packet.tos = sender.dice.oneOf(0, 0, 1, 3);
        packet.udp(sender.port(), sender.vxlanPort(), data.array());
        sender.send(target, packet);
    }
}
