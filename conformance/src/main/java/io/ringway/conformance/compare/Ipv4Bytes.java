package io.ringway.conformance.compare;

/** Where things stand in a captured IPv4 frame, and how to change them with their checksums. */
public final class Ipv4Bytes {
    public static final int ID = 4;
    public static final int PROTOCOL = 9;
    static final int CHECKSUM = 10;
    static final int SOURCE = 12;
    static final int DESTINATION = 16;
    static final int MIN_LENGTH = 20;
    static final int ICMP = 1;

    private static final int ETHERNET = 14;
    private static final int TAG = 4;

    private Ipv4Bytes() {}

    /** Offset of the IPv4 header, -1 for a frame that has none. */
    public static int header(byte[] frame) {
        int at = ETHERNET;
        if (frame.length >= at && u16(frame, 12) == 0x8100) {
            at += TAG;
        }
        return frame.length >= at + MIN_LENGTH && u16(frame, at - 2) == 0x0800 ? at : -1;
    }

    public static int headerLength(byte[] frame, int at) {
        return (frame[at] & 0xf) * 4;
    }

    /** Offset of the packet that an ICMP error quotes, -1 where there is none. */
    static int quoted(byte[] frame, int at) {
        int icmp = at + headerLength(frame, at);
        if ((frame[at + PROTOCOL] & 0xff) != ICMP || frame.length < icmp + 8 + MIN_LENGTH) {
            return -1;
        }
        int type = frame[icmp] & 0xff;
        boolean error = type == 3 || type == 5 || type == 11 || type == 12;
        return error ? icmp + 8 : -1;
    }

    public static int u16(byte[] frame, int at) {
        return (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }

    static int i32(byte[] frame, int at) {
        return u16(frame, at) << 16 | u16(frame, at + 2);
    }

    static void put(byte[] frame, int at, int value) {
        frame[at] = (byte) (value >> 8);
        frame[at + 1] = (byte) value;
    }

    /** Folded, as far as the frame reaches; words count from {@code from}. */
    static int sum(byte[] frame, int from, int to) {
        int sum = 0;
        for (int i = from; i < Math.min(to, frame.length); i++) {
            sum += (frame[i] & 0xff) << ((i - from & 1) == 0 ? 8 : 0);
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (sum & 0xffff) + (sum >>> 16);
    }

    /** RFC 1624 §3: a checksum that was wrong stays wrong by the same amount. */
    static void update(byte[] frame, int checksum, int before, int after) {
        int sum = (~u16(frame, checksum) & 0xffff) + (~before & 0xffff) + after;
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        put(frame, checksum, ~sum & 0xffff);
    }
}
