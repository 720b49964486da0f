package io.ringway.conformance.random;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An IPv4 packet in the making; every field may be given a wrong value. */
final class IpPacket {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int DF = 0x4000;
    static final int MF = 0x2000;
    private static final int HEADER = 20;

    int version = 4;
    int tos;
    int id;
    int fragment;
    int ttl = 64;
    int protocol = UDP;
    int source;
    int destination;
    byte[] options = {};
    byte[] payload = {};
    /** Added to the right value. */
    int lengthError;

    int headerWordsError;
    int checksumError;

    IpPacket copy() {
        IpPacket copy = new IpPacket();
        copy.version = version;
        copy.tos = tos;
        copy.id = id;
        copy.fragment = fragment;
        copy.ttl = ttl;
        copy.protocol = protocol;
        copy.source = source;
        copy.destination = destination;
        copy.options = options;
        copy.payload = payload;
        copy.lengthError = lengthError;
        copy.headerWordsError = headerWordsError;
        copy.checksumError = checksumError;
        return copy;
    }

    byte[] bytes() {
        int header = HEADER + options.length;
        ByteBuffer out = ByteBuffer.allocate(header + payload.length);
        out.put((byte) (version << 4 | ((header / 4 + headerWordsError) & 15))).put((byte) tos);
        out.putShort((short) (header + payload.length + lengthError))
                .putShort((short) id)
                .putShort((short) fragment);
        out.put((byte) ttl)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(destination);
        out.put(options).put(payload);
        // The kernel sums as many words as the header claims.
        int claimed = Math.min(Math.max(header + 4 * headerWordsError, 0), out.capacity());
        out.putShort(10, (short) (checksum(out.array(), 0, claimed, 0) + checksumError));
        return out.array();
    }

    /** Pieces of at most that many bytes each, a multiple of 8 but for the last. */
    List<IpPacket> fragments(int size) {
        List<IpPacket> pieces = new ArrayList<>();
        for (int at = 0; at < payload.length; at += size) {
            int end = Math.min(payload.length, at + size);
            pieces.add(piece(at, end));
        }
        return pieces;
    }

    /** Bytes from {@code at}, a multiple of 8, to {@code end} as one fragment. */
    IpPacket piece(int at, int end) {
        IpPacket piece = copy();
        piece.payload = java.util.Arrays.copyOfRange(payload, at, end);
        piece.fragment = (fragment & DF) | at / 8 | (end < payload.length ? MF : 0);
        return piece;
    }

    static byte[] icmp(int type, int code, int rest, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(8 + data.length);
        out.put((byte) type).put((byte) code).putShort((short) 0).putInt(rest).put(data);
        out.putShort(2, (short) checksum(out.array(), 0, out.capacity(), 0));
        return out.array();
    }

    void udp(int sourcePort, int destinationPort, byte[] data) {
        protocol = UDP;
        datagram(sourcePort, destinationPort, data);
    }

    /** Of a protocol like UDP, which is set already. */
    void datagram(int sourcePort, int destinationPort, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(8 + data.length);
        out.putShort((short) sourcePort).putShort((short) destinationPort).putShort((short) out.capacity());
        out.putShort((short) 0).put(data);
        int sum = checksum(out.array(), 0, out.capacity(), pseudoHeader(out.capacity()));
        out.putShort(6, (short) (sum == 0 ? 0xffff : sum));
        payload = out.array();
    }

    void tcp(int sourcePort, int destinationPort, int sequence, int acknowledged, int flags, byte[] data) {
        tcp(sourcePort, destinationPort, sequence, acknowledged, flags, 0x2000, new byte[0], data);
    }

    /** @param options a multiple of four bytes */
    void tcp(
            int sourcePort,
            int destinationPort,
            int sequence,
            int acknowledged,
            int flags,
            int window,
            byte[] options,
            byte[] data) {
        protocol = TCP;
        ByteBuffer out = ByteBuffer.allocate(20 + options.length + data.length);
        out.putShort((short) sourcePort)
                .putShort((short) destinationPort)
                .putInt(sequence)
                .putInt(acknowledged);
        out.put((byte) ((5 + options.length / 4) << 4))
                .put((byte) flags)
                .putShort((short) window)
                .putInt(0)
                .put(options)
                .put(data);
        out.putShort(16, (short) checksum(out.array(), 0, out.capacity(), pseudoHeader(out.capacity())));
        payload = out.array();
    }

    private long pseudoHeader(int length) {
        return (source >>> 16)
                + (source & 0xffffL)
                + (destination >>> 16)
                + (destination & 0xffffL)
                + protocol
                + length;
    }

    /** RFC 1071. */
    static int checksum(byte[] bytes, int from, int to, long start) {
        long sum = start;
        for (int i = from; i < to; i++) {
            sum += (bytes[i] & 0xffL) << ((i - from & 1) == 0 ? 8 : 0);
        }
        while (sum > 0xffff) {
            sum = (sum >> 16) + (sum & 0xffff);
        }
        return (int) ~sum & 0xffff;
    }
}
