package io.ringway.conformance.random;

import java.nio.ByteBuffer;

/** Frames from their parts. */
final class Ethernet {
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int IPV6 = 0x86dd;
    static final int VLAN = 0x8100;
    static final long BROADCAST = 0xffff_ffff_ffffL;

    private Ethernet() {}

    static byte[] frame(long destination, long source, int type, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(14 + payload.length);
        mac(out, destination);
        mac(out, source);
        return out.putShort((short) type).put(payload).array();
    }

    static byte[] tagged(byte[] frame, int protocol, int tag) {
        ByteBuffer out = ByteBuffer.allocate(frame.length + 4);
        out.put(frame, 0, 12).putShort((short) protocol).putShort((short) tag);
        return out.put(frame, 12, frame.length - 12).array();
    }

    static byte[] arp(int operation, long senderMac, int sender, long targetMac, int target) {
        ByteBuffer out = ByteBuffer.allocate(28);
        out.putShort((short) 1)
                .putShort((short) IPV4)
                .put((byte) 6)
                .put((byte) 4)
                .putShort((short) operation);
        mac(out, senderMac);
        out.putInt(sender);
        mac(out, targetMac);
        return out.putInt(target).array();
    }

    private static void mac(ByteBuffer out, long mac) {
        out.putShort((short) (mac >> 32)).putInt((int) mac);
    }
}
