package io.ringway.conformance.random;

import io.ringway.conformance.random.TrafficGenerator.Sender;
import io.ringway.conformance.random.TrafficGenerator.Target;
import java.util.Arrays;

/** ARP, tags, group addresses, other protocols, and frames of odd sizes. */
final class OtherFrames {
    private static final int REQUEST = 1;
    private static final int REPLY = 2;

    private OtherFrames() {}

    static void arpRequest(Sender sender) {
        Target target = sender.target();
        Port from = sender.from;
        int source = sender.dice.percent(75)
                ? from.address()
                : sender.dice.oneOf(0, target.address(), 0x7f000001, 0xe0000001, 0x0b000002, -1);
        long to = sender.dice.percent(80) ? Ethernet.BROADCAST : target.mac();
        sender.frame(Ethernet.frame(
                to, from.mac(), Ethernet.ARP, Ethernet.arp(REQUEST, from.mac(), source, 0, target.address())));
    }

    /** Nobody may have asked. */
    static void arpReply(Sender sender) {
        Target target = sender.target();
        Port from = sender.from;
        int claimed = sender.dice.percent(60)
                ? from.address()
                : sender.dice.pick(sender.topology().ports()).address();
        long mac = sender.dice.percent(70) ? from.mac() : 0x0200_0000_ee00L;
        long to = sender.dice.percent(80) ? target.mac() : Ethernet.BROADCAST;
        sender.frame(Ethernet.frame(
                to, from.mac(), Ethernet.ARP, Ethernet.arp(REPLY, mac, claimed, target.mac(), target.address())));
    }

    static void gratuitousArp(Sender sender) {
        Port from = sender.from;
        int claimed = sender.dice.percent(70)
                ? from.address()
                : sender.dice.pick(sender.topology().ports()).address();
        int operation = sender.dice.oneOf(REQUEST, REPLY);
        long targetMac = sender.dice.oneOf(0L, Ethernet.BROADCAST, from.mac());
        sender.frame(Ethernet.frame(
                Ethernet.BROADCAST,
                from.mac(),
                Ethernet.ARP,
                Ethernet.arp(operation, from.mac(), claimed, targetMac, claimed)));
    }

    static void brokenArp(Sender sender) {
        Target target = sender.target();
        Port from = sender.from;
        byte[] arp = Ethernet.arp(sender.dice.oneOf(0, 1, 2, 3, 8, 9), from.mac(), from.address(), 0, target.address());
        if (sender.dice.percent(70)) {
            arp[sender.dice.below(8)] ^= (byte) (1 << sender.dice.below(8));
        } else {
            arp = Arrays.copyOf(arp, sender.dice.oneOf(0, 7, 8, 18, 27, 46));
        }
        sender.frame(Ethernet.frame(Ethernet.BROADCAST, from.mac(), Ethernet.ARP, arp));
    }

    static void vlan(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.udp(sender.port(), sender.port(), sender.data(60));
        byte[] frame = Ethernet.frame(target.mac(), sender.from.mac(), Ethernet.IPV4, packet.bytes());
        int tag = sender.dice.oneOf(0, 1, 100, 4095, 0x6000, 0xe005);
        frame = Ethernet.tagged(frame, Ethernet.VLAN, tag);
        if (sender.dice.percent(25)) {
            frame = Ethernet.tagged(frame, sender.dice.oneOf(Ethernet.VLAN, 0x88a8), 7);
            sender.also("QinQ");
        }
        if (sender.dice.percent(10)) {
            frame = Arrays.copyOf(frame, sender.dice.between(14, 20));
        }
        sender.frame(frame);
    }

    static void group(Sender sender) {
        long address = sender.groupsAreHashed()
                ? sender.dice.oneOf(0x3333_0000_0001L, 0x0300_0000_0001L, 0x0100_5e00_0001L)
                : sender.dice.percent(70)
                        ? 0x0180_c200_0000L | sender.dice.oneOf(0, 1, 2, 3, 0x0d, 0x0e, 0x0f, 0x10, 0x20)
                        : sender.dice.oneOf(0x3333_0000_0001L, 0x0100_5e7f_fffaL, 0x0100_0ccc_ccccL, 0x0300_0000_0001L);
        sender.frame(Ethernet.frame(
                address, sender.from.mac(), sender.dice.oneOf(0x88cc, 0x0026, 0x8808, 0x9000), sender.data(60)));
    }

    static void otherType(Sender sender) {
        int type =
                sender.dice.oneOf(Ethernet.IPV6, Ethernet.IPV6, 0x8863, 0x0000, 0x05dc, 0x05ff, 0x0600, 0xffff, 0x88b5);
        byte[] payload = sender.data(80);
        if (type == Ethernet.IPV6 && sender.dice.percent(70)) {
            // Version 6, next header 59: nothing that a bridge would snoop.
            payload = Arrays.copyOf(payload, 60);
            payload[0] = 0x60;
            payload[6] = 59;
        }
        sender.frame(Ethernet.frame(sender.target().mac(), sender.from.mac(), type, payload));
    }

    static void tiny(Sender sender) {
        byte[] frame = Ethernet.frame(
                sender.target().mac(),
                sender.from.mac(),
                sender.dice.oneOf(Ethernet.IPV4, Ethernet.ARP, 0x9000),
                sender.data(20));
        sender.frame(Arrays.copyOf(frame, sender.dice.between(sender.dice.oneOf(1, 14), 24)));
    }

    static void oversize(Sender sender) {
        Target target = sender.target();
        IpPacket packet = sender.packet(target);
        packet.udp(sender.port(), sender.port(), new byte[sender.dice.between(1470, 1600)]);
        sender.send(target, packet);
    }
}
