package io.ringway.replay.fuzz;

/** Makes the lengths and checksums of a fuzzed packet right, as far as the octets reach. */
final class Repair {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private Repair() {}

    static void ipv4(byte[] frame, int at, boolean transport) {
        int headerLength = at < frame.length ? (frame[at] & 15) * 4 : 0;
        if (headerLength < 20 || at + headerLength > frame.length) {
            return;
        }
        frame[at] = (byte) (0x40 | (frame[at] & 15));
        put(frame, at + 2, frame.length - at);
        put(frame, at + 10, 0);
        put(frame, at + 10, checksum(frame, at, headerLength, 0));
        if (transport) {
            transport(frame, at, at + headerLength);
        }
    }

    private static void transport(byte[] frame, int network, int at) {
        int protocol = frame[network + 9] & 0xff;
        int length = frame.length - at;
        int offset = protocol == TCP ? 16 : protocol == UDP ? 6 : protocol == ICMP ? 2 : -1;
        if (offset < 0 || length < offset + 2) {
            return;
        }
        if (protocol == UDP && length >= 8) {
            put(frame, at + 4, length);
        }
        long pseudo = protocol == ICMP ? 0 : sum(frame, network + 12, 8) + protocol + length;
        put(frame, at + offset, 0);
        put(frame, at + offset, checksum(frame, at, length, pseudo));
    }

    private static int checksum(byte[] frame, int at, int length, long start) {
        long total = start + sum(frame, at, length);
        while (total >> 16 != 0) {
            total = (total & 0xffff) + (total >> 16);
        }
        return (int) ~total & 0xffff;
    }

    private static long sum(byte[] frame, int at, int length) {
        long total = 0;
        for (int octet = 0; octet < length; octet++) {
            total += (long) (frame[at + octet] & 0xff) << (octet % 2 == 0 ? 8 : 0);
        }
        return total;
    }

    private static void put(byte[] frame, int at, int value) {
        frame[at] = (byte) (value >> 8);
        frame[at + 1] = (byte) value;
    }
}
