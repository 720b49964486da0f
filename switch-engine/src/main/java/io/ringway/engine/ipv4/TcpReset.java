package io.ringway.engine.ipv4;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
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
        int flags = TcpHeader.flags(segment, tcp);
        boolean acknowledges = (flags & TcpHeader.ACK) != 0;
        stack.snmp().count(SnmpCounter.TCP_OUT_SEGS);
        stack.snmp().count(SnmpCounter.TCP_OUT_RSTS);
        if (!answer.begin(
                segment,
                Ipv4Header.PROTOCOL_TCP,
                Ipv4Header.tos(segment, at),
                Ipv4Header.destination(segment, at),
                TcpHeader.destinationPort(segment, tcp),
                TcpHeader.sourcePort(segment, tcp))) {
            return;
        }
        Frame reset = answer.packet(segment, TcpHeader.MIN_LENGTH);
        int to = reset.transportOffset();
        int consumed = bytes
                - TcpHeader.headerLength(segment, tcp)
                + ((flags & TcpHeader.SYN) != 0 ? 1 : 0)
                + ((flags & TcpHeader.FIN) != 0 ? 1 : 0);
        reset.putU16(to, TcpHeader.destinationPort(segment, tcp));
        reset.putU16(to + 2, TcpHeader.sourcePort(segment, tcp));
        reset.putI32(to + 4, acknowledges ? TcpHeader.acknowledgement(segment, tcp) : 0);
        reset.putI32(to + 8, acknowledges ? 0 : TcpHeader.sequence(segment, tcp) + consumed);
        reset.putU16(to + 12, 5 << 12 | TcpHeader.RST | (acknowledges ? 0 : TcpHeader.ACK));
        reset.putU16(to + 14, 0);
        reset.putI32(to + 16, 0);
        int own = Ipv4Header.destination(segment, at);
        answer.finish(
                reset, Ipv4Header.tos(segment, at) & ~ECN, 0, Ipv4Header.DONT_FRAGMENT, Ipv4Header.PROTOCOL_TCP, own);
        int sum = Checksum.fold(Checksum.pseudoHeader(
                        own, Ipv4Header.source(segment, at), Ipv4Header.PROTOCOL_TCP, TcpHeader.MIN_LENGTH)
                + reset.sum(to, TcpHeader.MIN_LENGTH));
        reset.putU16(to + TcpHeader.CHECKSUM_OFFSET, ~sum & 0xffff);
        answer.way().apply(reset, answer.destination());
        output.receive(reset);
    }
}
