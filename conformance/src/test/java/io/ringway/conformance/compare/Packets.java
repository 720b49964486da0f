package io.ringway.conformance.compare;

import java.nio.ByteBuffer;

/** Small IPv4 frames with right checksums, for tests of rules. */
final class Packets {
    static final int CLIENT = 0x0a000002;
    static final int ROUTER = 0xcb007101;
    static final int SERVER = 0xcb00710a;

    private Packets() {}

    static Sighting made(byte[] frame) {
        return new Sighting(frame, true, true, 0);
    }

    static Sighting passed(byte[] frame) {
        return new Sighting(frame, true, false, 0);
    }

    static byte[] udp(int source, int id, int sourcePort) {
        ByteBuffer payload = ByteBuffer.allocate(12);
        payload.putShort((short) sourcePort)
                .putShort((short) 53)
                .putShort((short) 12)
                .putShort((short) 0);
        payload.putInt(0xcafe_babe);
        byte[] frame = ipv4(source, SERVER, id, 17, payload.array());
        int pseudo = sum(frame, 26, 34) + 17 + 12;
        put(frame, 34 + 6, ~fold(pseudo + sum(frame, 34, 46)));
        return frame;
    }

    static byte[] icmpError(int id, byte[] quotedFrame) {
        ByteBuffer payload = ByteBuffer.allocate(8 + quotedFrame.length - 14);
        payload.putInt(11 << 24).putInt(0).put(quotedFrame, 14, quotedFrame.length - 14);
        byte[] frame = ipv4(ROUTER, CLIENT, id, 1, payload.array());
        put(frame, 36, ~fold(sum(frame, 34, frame.length)));
        return frame;
    }

    /** A frame in VNI 5 between two hosts. */
    static byte[] vxlan(int sourcePort, byte[] inner) {
        int bytes = 16 + inner.length;
        ByteBuffer payload = ByteBuffer.allocate(bytes);
        payload.putShort((short) sourcePort).putShort((short) 4789).putShort((short) bytes);
        payload.putShort((short) 0).putInt(0x0800_0000).putInt(5 << 8).put(inner);
        byte[] frame = ipv4(ROUTER, SERVER, 0, 17, payload.array());
        int pseudo = sum(frame, 26, 34) + 17 + bytes;
        put(frame, 40, ~fold(pseudo + sum(frame, 34, frame.length)));
        return frame;
    }

    private static byte[] ipv4(int source, int destination, int id, int protocol, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + payload.length);
        frame.position(12);
        frame.putShort((short) 0x0800);
        frame.putShort((short) 0x4500).putShort((short) (20 + payload.length));
        frame.putShort((short) id).putShort((short) 0);
        frame.put((byte) 64).put((byte) protocol).putShort((short) 0);
        frame.putInt(source).putInt(destination).put(payload);
        byte[] bytes = frame.array();
        put(bytes, 24, ~fold(sum(bytes, 14, 34)));
        return bytes;
    }

    static byte[] with(byte[] frame, int at, int value) {
        byte[] changed = frame.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    private static int sum(byte[] bytes, int from, int end) {
        int sum = 0;
        for (int i = from; i < end; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
        }
        return sum;
    }

    private static int fold(int sum) {
        int folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return folded;
    }
}
