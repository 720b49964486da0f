package io.ringway.packet;

/**
 * Ethernet II header (IEEE 802.3 §3.2).
 *
 * <pre>
 *   0      6        12     14
 *   | dst  | src    | type | payload
 * </pre>
 */
public final class EthernetHeader {
    public static final int LENGTH = 14;

    /** Below it, the field is a length and LLC follows (IEEE 802.3 §3.2.6). */
    public static final int LOWEST_TYPE = 0x0600;

    public static final int TYPE_IPV4 = 0x0800;
    public static final int TYPE_ARP = 0x0806;
    public static final int TYPE_VLAN = 0x8100;
    public static final int TYPE_QINQ = 0x88a8;
    public static final int TYPE_IPV6 = 0x86dd;

    /** IEEE 802.3 annex 31B. */
    public static final int TYPE_PAUSE = 0x8808;

    private EthernetHeader() {}

    public static long destination(Frame frame) {
        return frame.i64(0) >>> 16;
    }

    public static long source(Frame frame) {
        return frame.u48(6);
    }

    public static int type(Frame frame) {
        return frame.u16(12);
    }

    public static void set(Frame frame, long destination, long source, int type) {
        frame.putI64(0, destination << 16 | source >>> 32);
        frame.putI32(8, (int) source);
        frame.putU16(12, type);
    }
}
