package io.ringway.engine.ipv4;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.Stage;
import io.ringway.packet.TcpHeader;

/**
 * The answer to a segment that no socket waits for (RFC 9293 §3.5.2, group 1;
 * {@code tcp_ipv4.c:tcp_v4_send_reset()}).
 */
final class TcpReset {
    /** Congestion marks are not answered ({@code ip_output.c:ip_send_unicast_reply()}). */
    private static final int ECN = 3;

    private final Ipv4Stack stack;
    private final Stage output;
    private final Answer answer;

    TcpReset(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
        answer = new Answer(stack);
    }

    /**
     * @param at offset of the segment's IPv4 header
     * @param tcp offset of its TCP header
     * @param bytes of TCP header and payload
     */
    void answer(Frame segment, int at, int tcp, int bytes) {
        stack.snmp().count(SnmpCounter.TCP_OUT_SEGS);
        stack.snmp().count(SnmpCounter.TCP_OUT_RSTS);
        int tos = Ipv4Header.tos(segment, at);
        int own = Ipv4Header.destination(segment, at);
        int ownPort = TcpHeader.destinationPort(segment, tcp);
        if (!answer.begin(segment, Ipv4Header.PROTOCOL_TCP, tos, own, ownPort, TcpHeader.sourcePort(segment, tcp))) {
            return;
        }
        Frame reset = answer.packet(segment, TcpHeader.MIN_LENGTH);
        write(reset, segment, tcp, bytes);
        answer.finish(reset, tos & ~ECN, 0, Ipv4Header.DONT_FRAGMENT, Ipv4Header.PROTOCOL_TCP, answer.source());
        finish(reset, own, Ipv4Header.source(segment, at));
        answer.way().apply(reset, answer.destination());
        reset.setSocket(PacketSocket.KERNEL);
        output.receive(reset);
    }

    /**
     * Writes the TCP header of a reset that answers a segment, all but its checksum.
     *
     * @param tcp offset of the segment's TCP header
     * @param bytes of the segment's TCP header and payload
     */
    static void write(Frame reset, Frame segment, int tcp, int bytes) {
        int flags = TcpHeader.flags(segment, tcp);
        boolean acknowledges = (flags & TcpHeader.ACK) != 0;
        int consumed = bytes
                - TcpHeader.headerLength(segment, tcp)
                + ((flags & TcpHeader.SYN) != 0 ? 1 : 0)
                + ((flags & TcpHeader.FIN) != 0 ? 1 : 0);
        int to = reset.transportOffset();
        reset.putU16(to, TcpHeader.destinationPort(segment, tcp));
        reset.putU16(to + 2, TcpHeader.sourcePort(segment, tcp));
        reset.putI32(to + 4, acknowledges ? TcpHeader.acknowledgement(segment, tcp) : 0);
        reset.putI32(to + 8, acknowledges ? 0 : TcpHeader.sequence(segment, tcp) + consumed);
        reset.putU16(to + 12, 5 << 12 | TcpHeader.RST | (acknowledges ? 0 : TcpHeader.ACK));
        reset.putU16(to + 14, 0);
        reset.putI32(to + 16, 0);
    }

    /** Sums a reset with the addresses of its pseudo-header. */
    static void finish(Frame reset, int source, int destination) {
        int to = reset.transportOffset();
        int sum =
                Checksum.fold(Checksum.pseudoHeader(source, destination, Ipv4Header.PROTOCOL_TCP, TcpHeader.MIN_LENGTH)
                        + reset.sum(to, TcpHeader.MIN_LENGTH));
        reset.putU16(to + TcpHeader.CHECKSUM_OFFSET, ~sum & 0xffff);
    }
}
