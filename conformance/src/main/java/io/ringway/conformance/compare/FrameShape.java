package io.ringway.conformance.compare;

import java.util.Arrays;

/**
 * Whether two frames are the same but for IP IDs, source ports of tunnels and the checksums around them: enough to see
 * which belong together. The rules for those look closer afterwards.
 */
final class FrameShape {
    private FrameShape() {}

    static boolean isAlike(Sighting kernel, Sighting model) {
        return kernel.outgoing() == model.outgoing()
                && kernel.bytes().length == model.bytes().length
                && Arrays.equals(shape(kernel.bytes()), shape(model.bytes()));
    }

    private static byte[] shape(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        if (at < 0) {
            return frame;
        }
        byte[] shape = frame.clone();
        packet(shape, at);
        int inner = VxlanBytes.inner(frame, at);
        if (inner >= 0) {
            clear(shape, VxlanBytes.udp(frame, at));
            clear(shape, VxlanBytes.udp(frame, at) + VxlanBytes.UDP_CHECKSUM);
            int packet = VxlanBytes.innerPacket(frame, at);
            if (packet >= 0) {
                packet(shape, packet);
            }
        }
        return shape;
    }

    private static void packet(byte[] shape, int at) {
        int quoted = Ipv4Bytes.quoted(shape, at);
        if (quoted >= 0) {
            clear(shape, at + Ipv4Bytes.headerLength(shape, at) + 2);
            header(shape, quoted);
        }
        header(shape, at);
    }

    private static void header(byte[] shape, int at) {
        clear(shape, at + Ipv4Bytes.ID);
        clear(shape, at + Ipv4Bytes.CHECKSUM);
    }

    private static void clear(byte[] shape, int at) {
        if (at + 2 <= shape.length) {
            Ipv4Bytes.put(shape, at, 0);
        }
    }
}
