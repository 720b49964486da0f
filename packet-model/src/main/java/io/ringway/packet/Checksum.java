package io.ringway.packet;

import java.nio.ByteBuffer;

/**
 * The Internet checksum: in full (RFC 1071), and adjusted for a changed field (RFC 1624 §3, eqn. 3), which is what
 * NAT does, so that a checksum that was wrong before stays wrong by the same amount.
 */
public final class Checksum {
    private Checksum() {}

    /** The ones' complement sum of {@code bytes} big-endian bytes, folded to 16 bits, an odd last byte padded with 0. */
    public static int sum(ByteBuffer memory, int index, int bytes) {
        long sum = 0;
        int i = index;
        int end = index + bytes;
        for (; i + 8 <= end; i += 8) {
            long word = memory.getLong(i);
            sum += (word >>> 32) + (word & 0xffff_ffffL);
        }
        for (; i + 2 <= end; i += 2) {
            sum += memory.getShort(i) & 0xffffL;
        }
        if (i < end) {
            sum += (memory.get(i) & 0xffL) << 8;
        }
        return fold(sum);
    }

    /** Folds carries back in until the sum fits 16 bits. */
    public static int fold(long sum) {
        long folded = (sum >>> 32) + (sum & 0xffff_ffffL);
        folded = (folded >>> 16) + (folded & 0xffff);
        folded = (folded >>> 16) + (folded & 0xffff);
        return (int) ((folded >>> 16) + (folded & 0xffff));
    }

    /** The value to store: the inverted sum. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** The sum of the IPv4 pseudo-header (RFC 9293 §3.1, RFC 768), to be added to that of the segment. */
    public static long pseudoHeader(int source, int destination, int protocol, int lengthBytes) {
        return (source >>> 16)
                + (source & 0xffffL)
                + (destination >>> 16)
                + (destination & 0xffffL)
                + protocol
                + lengthBytes;
    }

    /** The checksum after a 16-bit field that it covers went from {@code before} to {@code after}. */
    public static int update16(int checksum, int before, int after) {
        return finish((~checksum & 0xffffL) + (~before & 0xffffL) + (after & 0xffffL));
    }

    /** The checksum after a 32-bit field that it covers went from {@code before} to {@code after}. */
    public static int update32(int checksum, int before, int after) {
        long sum = (~checksum & 0xffffL)
                + (~before >>> 16 & 0xffffL)
                + (~before & 0xffffL)
                + (after >>> 16 & 0xffffL)
                + (after & 0xffffL);
        return finish(sum);
    }
}
