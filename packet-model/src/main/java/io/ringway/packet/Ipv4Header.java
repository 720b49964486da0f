package io.ringway.packet;

/**
 * IPv4 header (RFC 791 §3.1); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0        1      2          4      6          8     9      10       12       16        20
 *   | ver ihl | tos | total len | id | flags off | ttl | proto | csum  | source | dest    | options
 * </pre>
 *
 * The accessors are total once {@link #check} returned null.
 */
public final class Ipv4Header {
    public static final int MIN_LENGTH = 20;
    public static final int PROTOCOL_ICMP = 1;
    public static final int PROTOCOL_IGMP = 2;
    public static final int PROTOCOL_TCP = 6;
    public static final int PROTOCOL_UDP = 17;
    public static final int PROTOCOL_UDP_LITE = 136;
    public static final int DONT_FRAGMENT = 0x4000;
    public static final int MORE_FRAGMENTS = 0x2000;
    public static final int OFFSET_MASK = 0x1fff;

    private Ipv4Header() {}

    /** What {@code ip_input.c:ip_rcv_core()} checks, in its order. Null when the header is sound, else why it is not. */
    public static DropReason check(Frame frame, int at) {
        if (frame.length() < at + MIN_LENGTH) {
            return DropReason.IP_INHDR;
        }
        int headerLength = headerLength(frame, at);
        if (!hasSoundStart(frame, at) || frame.length() < at + headerLength) {
            return DropReason.IP_INHDR;
        }
        if (headerSum(frame, at, headerLength) != 0xffff) {
            return DropReason.IP_CSUM;
        }
        int totalLength = frame.u16(at + 2);
        if (frame.length() < at + totalLength) {
            return DropReason.PKT_TOO_SMALL;
        }
        return totalLength < headerLength ? DropReason.IP_INHDR : null;
    }

    /** Whether version and header length can be those of an IPv4 header. */
    public static boolean hasSoundStart(Frame frame, int at) {
        int versionAndLength = frame.u8(at);
        return versionAndLength >>> 4 == 4 && (versionAndLength & 0xf) * 4 >= MIN_LENGTH;
    }

    /** Five reads of a word each where there are no options: a loop costs as much again. */
    private static int headerSum(Frame frame, int at, int headerLength) {
        if (headerLength != MIN_LENGTH) {
            return frame.sum(at, headerLength);
        }
        return Checksum.fold(
                frame.u32(at) + frame.u32(at + 4) + frame.u32(at + 8) + frame.u32(at + 12) + frame.u32(at + 16));
    }

    public static int headerLength(Frame frame, int at) {
        return (frame.u8(at) & 0xf) * 4;
    }

    public static int tos(Frame frame, int at) {
        return frame.u8(at + 1);
    }

    public static int totalLength(Frame frame, int at) {
        return frame.u16(at + 2);
    }

    public static int id(Frame frame, int at) {
        return frame.u16(at + 4);
    }

    public static boolean dontFragment(Frame frame, int at) {
        return (frame.u16(at + 6) & DONT_FRAGMENT) != 0;
    }

    /** Whether this is a fragment, the first one included ({@code ip_is_fragment()}). */
    public static boolean isFragment(Frame frame, int at) {
        return (frame.u16(at + 6) & (MORE_FRAGMENTS | OFFSET_MASK)) != 0;
    }

    /** Whether this is a fragment, and not the last one. */
    public static boolean moreFragments(Frame frame, int at) {
        return (frame.u16(at + 6) & MORE_FRAGMENTS) != 0;
    }

    /** Offset of this fragment in units of eight bytes. */
    public static int fragmentOffset(Frame frame, int at) {
        return frame.u16(at + 6) & OFFSET_MASK;
    }

    public static int ttl(Frame frame, int at) {
        return frame.u8(at + 8);
    }

    public static int protocol(Frame frame, int at) {
        return frame.u8(at + 9);
    }

    public static int checksum(Frame frame, int at) {
        return frame.u16(at + 10);
    }

    /** The source in the upper half, the destination in the lower one. */
    public static long addresses(Frame frame, int at) {
        return frame.i64(at + 12);
    }

    public static int source(Frame frame, int at) {
        return frame.i32(at + 12);
    }

    public static int destination(Frame frame, int at) {
        return frame.i32(at + 16);
    }

    /** Lowers the TTL by one and adjusts the checksum ({@code ip_decrease_ttl()}): one word read, one written. */
    public static void decreaseTtl(Frame frame, int at) {
        int word = frame.i32(at + 8);
        int before = word >>> 16;
        int after = before - 0x100;
        frame.putI32(at + 8, after << 16 | Checksum.update16(word & 0xffff, before, after));
    }

    /** Replaces the TTL and adjusts the checksum ({@code csum_replace2()}). */
    public static void rewriteTtl(Frame frame, int at, int ttl) {
        int before = frame.u16(at + 8);
        int after = ttl << 8 | (before & 0xff);
        frame.putU16(at + 8, after);
        frame.putU16(at + 10, Checksum.update16(checksum(frame, at), before, after));
    }

    /**
     * Replaces the byte of DSCP and ECN and adjusts the checksum ({@code dsfield.h:ipv4_change_dsfield()}), which may come
     * to the other one of the two sums that mean zero than {@link Checksum#update16} would.
     */
    public static void rewriteTos(Frame frame, int at, int tos) {
        int sum = checksum(frame, at) + tos(frame, at);
        if ((sum + 1) >>> 16 != 0) {
            sum = (sum + 1) & 0xffff;
        }
        sum -= tos;
        sum += sum >>> 16;
        frame.putU16(at + 10, sum & 0xffff);
        frame.putU8(at + 1, tos);
    }

    /** Replaces length, flags and offset, and computes the checksum afresh ({@code ip_send_check()}). */
    public static void reshape(Frame frame, int at, int totalLength, int flagsAndOffset) {
        frame.putU16(at + 2, totalLength);
        frame.putU16(at + 6, flagsAndOffset);
        frame.putU16(at + 10, 0);
        frame.putU16(at + 10, ~frame.sum(at, headerLength(frame, at)) & 0xffff);
    }

    /** Replaces the source address and adjusts this header's checksum; the transport checksum is the caller's. */
    public static void rewriteSource(Frame frame, int at, int address) {
        rewriteAddress(frame, at, at + 12, address);
    }

    /** Replaces the destination address and adjusts this header's checksum; the transport checksum is the caller's. */
    public static void rewriteDestination(Frame frame, int at, int address) {
        rewriteAddress(frame, at, at + 16, address);
    }

    private static void rewriteAddress(Frame frame, int at, int field, int address) {
        frame.putU16(at + 10, Checksum.update32(checksum(frame, at), frame.i32(field), address));
        frame.putI32(field, address);
    }

    /** Writes a 20-byte header with its checksum. */
    public static void write(
            Frame frame,
            int at,
            int tos,
            int totalLength,
            int id,
            int flagsAndOffset,
            int ttl,
            int protocol,
            int source,
            int destination) {
        frame.putU16(at, 0x4500 | tos);
        frame.putU16(at + 2, totalLength);
        frame.putU16(at + 4, id);
        frame.putU16(at + 6, flagsAndOffset);
        frame.putU16(at + 8, ttl << 8 | protocol);
        frame.putU16(at + 10, 0);
        frame.putI32(at + 12, source);
        frame.putI32(at + 16, destination);
        frame.putU16(at + 10, ~frame.sum(at, MIN_LENGTH) & 0xffff);
    }
}
