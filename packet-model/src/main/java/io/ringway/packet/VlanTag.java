package io.ringway.packet;

/**
 * IEEE 802.1Q tag, four bytes in front of the type that it displaces.
 *
 * <pre>
 *   12     14              16
 *   | 8100 | PCP DEI VID   | type
 *            3   1   12 bits
 * </pre>
 */
public final class VlanTag {
    public static final int LENGTH = 4;

    private VlanTag() {}

    /** Whether the frame is tagged and long enough for its tag. */
    public static boolean present(Frame frame) {
        if (frame.length() < EthernetHeader.LENGTH + LENGTH) {
            return false;
        }
        int type = EthernetHeader.type(frame);
        return type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ;
    }

    /** Whether a tag is announced, but not all of it and of the type behind it is there: nobody receives such a frame. */
    public static boolean isCutShort(Frame frame) {
        if (frame.length() >= EthernetHeader.LENGTH + LENGTH + 2) {
            return false;
        }
        int type = EthernetHeader.type(frame);
        return type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ;
    }

    public static int vlanId(Frame frame) {
        return frame.u16(14) & 0xfff;
    }

    public static int priority(Frame frame) {
        return frame.u16(14) >>> 13;
    }

    /** Takes the tag off; the frame must have one. */
    public static void pop(Frame frame) {
        long destination = EthernetHeader.destination(frame);
        long source = EthernetHeader.source(frame);
        frame.pull(LENGTH);
        EthernetHeader.set(frame, destination, source, EthernetHeader.type(frame));
    }

    /** Puts a tag in front of the type, into the headroom. */
    public static void push(Frame frame, int protocol, int tagControl) {
        long destination = EthernetHeader.destination(frame);
        long source = EthernetHeader.source(frame);
        frame.push(LENGTH);
        EthernetHeader.set(frame, destination, source, protocol);
        frame.putU16(14, tagControl);
    }

    /** The type of what the tag wraps. */
    public static int innerType(Frame frame) {
        return frame.u16(16);
    }
}
