package io.ringway.conformance.random;

import io.ringway.conformance.random.NatEnd.Speaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** ICMP errors about packets that came through a translation, right ones and wrong ones; and pieces of packets. */
final class NatErrors {
    private final Dice dice;
    private final NatTopology topology;

    NatErrors(Dice dice, NatTopology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    /** @param other somebody else's packet, which may be quoted instead */
    IpPacket about(Heard heard, Speaker from, Heard other) {
        int at = dice.below(100);
        byte[] quote = (at < 8 ? other : heard).packet().clone();
        if (at >= 8 && at < 14) {
            // A packet that nobody sent.
            quote[dice.oneOf(12, 15, 16, 19, 9)] ^= (byte) (1 + dice.below(7));
        } else if (at < 20) {
            int port = 4 * (quote[0] & 15) + dice.below(4);
            quote[Math.min(port, quote.length - 1)] ^= 1;
        } else if (at < 26) {
            // The right one, seen the other way.
            byte[] source = Arrays.copyOfRange(quote, 12, 16);
            System.arraycopy(quote, 16, quote, 12, 4);
            System.arraycopy(source, 0, quote, 16, 4);
        }
        if (dice.percent(50)) {
            quote = Arrays.copyOf(quote, Math.min(quote.length, dice.oneOf(28, 28, 28, 24, 20, 19, 27, 40, 548)));
        }
        int type = dice.oneOf(3, 3, 3, 3, 11, 11, 12, 4, 5);
        int code = type == 3 ? dice.oneOf(0, 1, 2, 3, 3, 4, 4, 10, 13) : dice.below(2);
        int rest = type == 3 && code == 4 ? dice.oneOf(1400, 576, 0) : type == 5 ? from.address() : 0;
        IpPacket error = new IpPacket();
        error.protocol = IpPacket.ICMP;
        error.source =
                dice.percent(85) ? from.address() : dice.pick(topology.hosts).address();
        error.destination =
                dice.percent(95) ? heard.source() : dice.pick(topology.hosts).address();
        error.payload = IpPacket.icmp(type, code, rest, quote);
        return error;
    }

    /** In order or not; now and then one is missing, comes twice or overlaps. */
    static List<IpPacket> pieces(IpPacket packet, Dice dice) {
        packet.fragment = 0;
        int size = Math.max(8, packet.payload.length / dice.between(2, 4) / 8 * 8);
        List<IpPacket> pieces = new ArrayList<>(packet.fragments(size));
        int at = dice.below(100);
        if (at < 30) {
            Collections.reverse(pieces);
        } else if (at < 38) {
            pieces.remove(dice.below(pieces.size()));
        } else if (at < 46) {
            pieces.add(1, pieces.get(0));
        } else if (at < 52) {
            pieces.add(1, packet.piece(0, Math.min(packet.payload.length, size + 8)));
        }
        return pieces;
    }
}
