package io.ringway.conformance.random;

import java.util.List;

/** Segments that conntrack may take amiss. */
final class NatOddSegments {
    private NatOddSegments() {}

    static void write(NatEnd end, IpPacket packet, Dice dice, List<String> kinds) {
        int sent = end.sent;
        int received = end.received;
        int length = dice.oneOf(0, 1, 100);
        switch (dice.below(9)) {
            case 0 -> {
                kinds.add("retransmission");
                end.write(packet, dice, sent - end.lastLength, received, NatEnd.ACK, end.lastLength);
            }
            case 1 -> {
                kinds.add("ahead of the window");
                end.write(packet, dice, sent + dice.oneOf(70_000, 9_000, 1_000_000), received, NatEnd.ACK, length);
            }
            case 2 -> {
                kinds.add("behind the window");
                end.write(packet, dice, sent - dice.oneOf(70_000, 9_000, 1_000_000), received, NatEnd.ACK, length);
            }
            case 3 -> {
                kinds.add("ACK of what was not sent");
                end.write(packet, dice, sent, received + dice.oneOf(1, 5_000, 100_000), NatEnd.ACK, length);
            }
            case 4 -> {
                kinds.add("old ACK");
                end.write(packet, dice, sent, received - dice.oneOf(1, 5_000, 100_000), NatEnd.ACK, length);
            }
            case 5 -> {
                kinds.add("RST out of the window");
                end.write(packet, dice, sent + dice.oneOf(1, -1, 9_000, 100_000), received, NatEnd.RST, 0);
            }
            case 6 -> {
                kinds.add("SYN in the midst");
                end.write(
                        packet,
                        dice,
                        sent + dice.oneOf(0, 1000),
                        received,
                        dice.oneOf(NatEnd.SYN, NatEnd.SYN | NatEnd.ACK),
                        0);
            }
            case 7 -> {
                kinds.add("odd flags");
                end.write(
                        packet,
                        dice,
                        sent,
                        received,
                        dice.oneOf(
                                0,
                                NatEnd.SYN | NatEnd.FIN,
                                NatEnd.SYN | NatEnd.RST,
                                NatEnd.FIN,
                                NatEnd.PSH,
                                63,
                                NatEnd.FIN | NatEnd.PSH | 32),
                        0);
            }
            default -> {
                kinds.add("edge of the window");
                end.write(packet, dice, sent + 0x2000 - dice.between(0, 2), received, NatEnd.ACK, dice.between(0, 2));
            }
        }
    }
}
