package io.ringway.packet;

/**
 * ARP for IPv4 over Ethernet (RFC 826); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0     2     4    5    6    8            14            18            24            28
 *   | htype | ptype | 6 | 4 | op | sender MAC | sender IP | target MAC | target IP |
 * </pre>
 */
public final class ArpHeader {
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private ArpHeader() {}

    /** Whether the frame holds a whole ARP header for IPv4 over Ethernet at {@code at}. */
    public static boolean valid(Frame frame, int at) {
        return frame.length() >= at + LENGTH
                && (frame.u16(at) == 1 || frame.u16(at) == 6)
                && frame.u16(at + 2) == EthernetHeader.TYPE_IPV4
                && frame.u8(at + 4) == 6
                && frame.u8(at + 5) == 4;
    }

    public static int operation(Frame frame, int at) {
        return frame.u16(at + 6);
    }

    public static long senderMac(Frame frame, int at) {
        return frame.u48(at + 8);
    }

    public static int senderIp(Frame frame, int at) {
        return frame.i32(at + 14);
    }

    public static long targetMac(Frame frame, int at) {
        return frame.u48(at + 18);
    }

    public static int targetIp(Frame frame, int at) {
        return frame.i32(at + 24);
    }

    public static void write(
            Frame frame, int at, int operation, long senderMac, int senderIp, long targetMac, int targetIp) {
        frame.putU16(at, 1);
        frame.putU16(at + 2, EthernetHeader.TYPE_IPV4);
        frame.putU8(at + 4, 6);
        frame.putU8(at + 5, 4);
        frame.putU16(at + 6, operation);
        frame.putU48(at + 8, senderMac);
        frame.putI32(at + 14, senderIp);
        frame.putU48(at + 18, targetMac);
        frame.putI32(at + 24, targetIp);
    }
}
