package io.ringway.engine.ipv4;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.TcpHeader;

/** TCP without any socket: a reset for what is sound ({@code tcp_ipv4.c:tcp_v4_rcv()}). */
final class TcpReceive {
    private final Ipv4Stack stack;
    private final TcpReset reset;

    TcpReceive(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        reset = new TcpReset(stack, output);
    }

    /** Takes a segment for this host, its IPv4 header at {@code at}. */
    void receive(Frame frame, int at) {
        int tcp = frame.transportOffset();
        int bytes = frame.length() - tcp;
        if (frame.packetType() != PacketType.HOST) {
            stack.drop(frame, "tcp", DropReason.NOT_SPECIFIED);
            return;
        }
        stack.snmp().count(SnmpCounter.TCP_IN_SEGS);
        if (bytes < TcpHeader.MIN_LENGTH) {
            stack.drop(frame, "tcp", DropReason.NOT_SPECIFIED);
        } else if (TcpHeader.headerLength(frame, tcp) < TcpHeader.MIN_LENGTH) {
            stack.snmp().count(SnmpCounter.TCP_IN_ERRS);
            stack.drop(frame, "tcp", DropReason.PKT_TOO_SMALL);
        } else if (TcpHeader.headerLength(frame, tcp) > bytes) {
            stack.drop(frame, "tcp", DropReason.NOT_SPECIFIED);
        } else if (LocalDelivery.segmentSum(frame, at, tcp, bytes, Ipv4Header.PROTOCOL_TCP) != 0xffff) {
            stack.snmp().count(SnmpCounter.TCP_IN_CSUM_ERRORS);
            stack.snmp().count(SnmpCounter.TCP_IN_ERRS);
            stack.drop(frame, "tcp", DropReason.TCP_CSUM);
        } else {
            boolean isReset = (TcpHeader.flags(frame, tcp) & TcpHeader.RST) != 0;
            boolean meantAlone = !isReset && stack.localEnd().isMeantAlone(frame);
            SilentSockets sockets = stack.localEnd().sockets();
            if (sockets != null && meantAlone && sockets.takesSegment(frame, at, tcp)) {
                stack.localEnd().deliver(frame, "to a program");
                return;
            }
            if (meantAlone) {
                reset.answer(frame, at, tcp, bytes);
            }
            stack.drop(frame, "tcp", DropReason.NO_SOCKET);
        }
    }
}
