package io.ringway.engine.ipv4;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;
import org.agrona.collections.LongHashSet;

/**
 * Sockets of programs that the model does not have: they take what a socket takes, and nothing answers. A listening TCP
 * socket says nothing itself to what is neither SYN nor ACK, and refuses an ACK of no connection
 * ({@code tcp_input.c:tcp_rcv_state_process()}); what follows a SYN is its program's.
 */
public final class SilentSockets {
    private final LongHashSet open = new LongHashSet();
    private final LongHashSet begun = new LongHashSet();
    private long taken;

    /** @param address 0 for all */
    public void add(int protocol, int address, int port) {
        open.add(socket(protocol, address, port));
    }

    /** Whether there is one for the segment, its IPv4 header at {@code ip}, and it is not one to be reset. */
    boolean takesSegment(Frame frame, int ip, int tcp) {
        if (!isOpen(
                Ipv4Header.PROTOCOL_TCP, Ipv4Header.destination(frame, ip), TcpHeader.destinationPort(frame, tcp))) {
            return false;
        }
        int flags = TcpHeader.flags(frame, tcp);
        long peer = (long) Ipv4Header.source(frame, ip) << 32
                | (long) TcpHeader.sourcePort(frame, tcp) << 16
                | TcpHeader.destinationPort(frame, tcp);
        if ((flags & TcpHeader.ACK) != 0 && !begun.contains(peer)) {
            return false;
        }
        if ((flags & (TcpHeader.SYN | TcpHeader.FIN)) == TcpHeader.SYN) {
            begun.add(peer);
        }
        taken++;
        return true;
    }

    /** The same of a datagram. */
    boolean takesDatagram(Frame frame, int ip, int udp) {
        boolean takes = isOpen(
                Ipv4Header.PROTOCOL_UDP, Ipv4Header.destination(frame, ip), UdpHeader.destinationPort(frame, udp));
        taken += takes ? 1 : 0;
        return takes;
    }

    private boolean isOpen(int protocol, int address, int port) {
        return open.contains(socket(protocol, 0, port)) || open.contains(socket(protocol, address, port));
    }

    private static long socket(int protocol, int address, int port) {
        return (long) address << 32 | (long) protocol << 16 | port;
    }

    /** Packets that they took. */
    public long taken() {
        return taken;
    }
}
