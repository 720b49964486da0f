package io.ringway.packet;

/**
 * VXLAN header (RFC 7348 §5); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0       1          4      7          8
 *   | flags | reserved | VNI  | reserved | Ethernet frame
 *     08
 * </pre>
 */
public final class VxlanHeader {
    public static final int LENGTH = 8;

    /** What an encapsulation adds in front of a frame: Ethernet, IPv4 and UDP around this header. */
    public static final int OVERHEAD = EthernetHeader.LENGTH + Ipv4Header.MIN_LENGTH + UdpHeader.LENGTH + LENGTH;

    public static final int MAX_VNI = 0xff_ffff;
    private static final int VNI_PRESENT = 0x0800_0000;

    private VxlanHeader() {}

    public static void write(Frame frame, int at, int vni) {
        frame.putI32(at, VNI_PRESENT);
        frame.putI32(at + 4, vni << 8);
    }

    /** Whether the header says that it has a VNI. */
    public static boolean hasVni(Frame frame, int at) {
        return (frame.i32(at) & VNI_PRESENT) != 0;
    }

    /** Whether any bit is set that belongs to an extension. */
    public static boolean isExtended(Frame frame, int at) {
        return (frame.i32(at) & ~VNI_PRESENT) != 0 || (frame.i32(at + 4) & 0xff) != 0;
    }

    public static int vni(Frame frame, int at) {
        return frame.i32(at + 4) >>> 8;
    }
}
