package io.ringway.conformance.kernel;

/**
 * Finishes the TCP or UDP checksum of a frame that the kernel left to the device ({@code CHECKSUM_PARTIAL}: the field
 * holds the pseudo header's sum). Only loopback, whose offload cannot be switched off, shows such frames.
 */
final class UnfinishedChecksum {
    private static final int ETHERNET = 14;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private UnfinishedChecksum() {}

    /** Changes the frame in place; leaves alone what is no whole TCP or UDP packet over IPv4. */
    static void complete(byte[] frame) {
        if (frame.length < ETHERNET + 20 || u16(frame, 12) != 0x0800) {
            return;
        }
        int transport = ETHERNET + (frame[ETHERNET] & 0xf) * 4;
        int end = ETHERNET + u16(frame, ETHERNET + 2);
        int protocol = frame[ETHERNET + 9] & 0xff;
        if (protocol != TCP && protocol != UDP) {
            return;
        }
        int field = transport + (protocol == TCP ? 16 : 6);
        if (end > frame.length || field + 2 > end) {
            return;
        }
        // The field holds the pseudo header's part already, so that it is summed as it stands.
        int sum = ~sum(frame, transport, end) & 0xffff;
        if (sum == 0 && protocol == UDP) {
            sum = 0xffff;
        }
        frame[field] = (byte) (sum >> 8);
        frame[field + 1] = (byte) sum;
    }

    private static int sum(byte[] bytes, int from, int end) {
        int sum = 0;
        for (int i = from; i < end; i += 2) {
            int low = i + 1 < end ? bytes[i + 1] & 0xff : 0;
            sum += (bytes[i] & 0xff) << 8 | low;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
