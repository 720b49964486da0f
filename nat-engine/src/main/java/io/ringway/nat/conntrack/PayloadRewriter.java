package io.ringway.nat.conntrack;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * Puts other words into a TCP segment's payload ({@code nf_nat_helper.c:__nf_nat_mangle_tcp_packet()}). What follows moves, lengths
 * and both checksums are taken anew: what was wrong before is right then.
 */
public final class PayloadRewriter {
    private static final int MAX_PACKET_BYTES = 65_535;

    /** False if the packet would be too long for IP. */
    public boolean replace(Frame frame, int at, int length, String words) {
        int network = frame.networkOffset();
        int end = Math.min(frame.length(), network + Ipv4Header.totalLength(frame, network));
        int more = words.length() - length;
        if (end + more - network > MAX_PACKET_BYTES || end + more > frame.capacity()) {
            return false;
        }
        frame.setLength(Math.max(end, end + more));
        frame.put(at + words.length(), frame, at + length, end - at - length);
        for (int i = 0; i < words.length(); i++) {
            frame.putU8(at + i, words.charAt(i));
        }
        frame.setLength(end + more);
        Ipv4Header.reshape(frame, network, end + more - network, frame.u16(network + 6));
        int transport = network + Ipv4Header.headerLength(frame, network);
        int bytes = end + more - transport;
        frame.putU16(transport + TcpHeader.CHECKSUM_OFFSET, 0);
        long sum = Checksum.pseudoHeader(
                Ipv4Header.source(frame, network),
                Ipv4Header.destination(frame, network),
                Ipv4Header.PROTOCOL_TCP,
                bytes);
        frame.putU16(transport + TcpHeader.CHECKSUM_OFFSET, Checksum.finish(sum + frame.sum(transport, bytes)));
        return true;
    }
}
