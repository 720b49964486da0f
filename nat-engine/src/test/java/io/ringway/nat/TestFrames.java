package io.ringway.nat;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** Builds IPv4 packets with right checksums. */
public final class TestFrames {
    private static final int NETWORK = EthernetHeader.LENGTH;
    private static final int TRANSPORT = NETWORK + Ipv4Header.MIN_LENGTH;

    private final FramePool pool = new FramePool();

    /** A TCP segment without payload: 40 bytes of IP. */
    public Frame tcp(String source, int sourcePort, String destination, int destinationPort, int flags) {
        Frame frame = ip(Ipv4Header.PROTOCOL_TCP, source, destination, 20, 0);
        frame.putU16(TRANSPORT, sourcePort);
        frame.putU16(TRANSPORT + 2, destinationPort);
        frame.putU16(TRANSPORT + 12, 0x5000 | flags);
        frame.putU16(TRANSPORT + 14, 0xffff);
        return sum(frame, 20, 16, Ipv4Header.PROTOCOL_TCP);
    }

    /** A UDP datagram with 4 bytes of payload: 32 bytes of IP. */
    public Frame udp(String source, int sourcePort, String destination, int destinationPort) {
        Frame frame = ip(Ipv4Header.PROTOCOL_UDP, source, destination, 12, 0);
        frame.putU16(TRANSPORT, sourcePort);
        frame.putU16(TRANSPORT + 2, destinationPort);
        frame.putU16(TRANSPORT + 4, 12);
        return sum(frame, 12, 6, Ipv4Header.PROTOCOL_UDP);
    }

    /** An ICMP message of 8 bytes: 28 bytes of IP. */
    public Frame icmp(String source, String destination, int type, int code) {
        Frame frame = ip(Ipv4Header.PROTOCOL_ICMP, source, destination, 8, 0);
        frame.putU8(TRANSPORT, type);
        frame.putU8(TRANSPORT + 1, code);
        frame.putU16(TRANSPORT + 2, ~frame.sum(TRANSPORT, 8) & 0xffff);
        return frame;
    }

    /**
     * A packet whose transport bytes are zero.
     *
     * @param flagsAndOffset the fragment field of the header
     */
    public Frame ip(int protocol, String source, String destination, int transportBytes, int flagsAndOffset) {
        Frame frame = pool.allocate(TRANSPORT + transportBytes);
        EthernetHeader.set(frame, 0x02_00_00_00_00_01L, 0x02_00_00_00_00_02L, EthernetHeader.TYPE_IPV4);
        int length = Ipv4Header.MIN_LENGTH + transportBytes;
        int from = Ipv4Address.parse(source);
        int to = Ipv4Address.parse(destination);
        Ipv4Header.write(frame, NETWORK, 0, length, 1, flagsAndOffset, 64, protocol, from, to);
        frame.fillZero(TRANSPORT, transportBytes);
        frame.setNetworkOffset(NETWORK);
        frame.setTransportOffset(TRANSPORT);
        return frame;
    }

    private static Frame sum(Frame frame, int bytes, int at, int protocol) {
        int sum = frame.sum(TRANSPORT, bytes) + frame.sum(NETWORK + 12, 8) + protocol + bytes;
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        frame.putU16(TRANSPORT + at, ~sum & 0xffff);
        return frame;
    }
}
