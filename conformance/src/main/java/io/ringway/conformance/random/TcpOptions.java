package io.ringway.conformance.random;

import java.nio.ByteBuffer;

/** Options of a segment that conntrack reads: window scale and SACK; and others. */
final class TcpOptions {
    private TcpOptions() {}

    static byte[] draw(Dice dice, int flags, int acknowledged) {
        if ((flags & NatEnd.SYN) != 0) {
            return ofSyn(dice);
        }
        int at = dice.below(100);
        if (at < 6) {
            int left = acknowledged + dice.oneOf(100, 1, 100_000);
            return ByteBuffer.allocate(12)
                    .putInt(0x0101050a)
                    .putInt(left)
                    .putInt(left + 100)
                    .array();
        }
        return at < 12
                ? ByteBuffer.allocate(12)
                        .putInt(0x0101080a)
                        .putInt(dice.below(1000))
                        .putInt(0)
                        .array()
                : new byte[0];
    }

    private static byte[] ofSyn(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> new byte[] {2, 4, 5, (byte) 0xb4};
            case 1 -> new byte[] {2, 4, 5, (byte) 0xb4, 1, 3, 3, (byte) (int) dice.oneOf(0, 2, 7, 14, 15), 4, 2, 1, 1};
            case 2 -> new byte[] {3, 3, (byte) (int) dice.oneOf(1, 4), 1};
            case 3 -> new byte[] {4, 2, 1, 0};
            case 4 -> new byte[] {3, 2, 1, 1};
            default -> new byte[0];
        };
    }
}
