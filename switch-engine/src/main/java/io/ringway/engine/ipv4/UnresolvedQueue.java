package io.ringway.engine.ipv4;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import java.util.ArrayDeque;

/** The packets that wait until the MAC of one neighbour is known, the oldest first ({@code neigh->arp_queue}). */
final class UnresolvedQueue {
    private final Ipv4Stack stack;
    private final int address;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private int bytes;

    UnresolvedQueue(Ipv4Stack stack, int address) {
        this.stack = stack;
        this.address = address;
    }

    /**
     * Takes one more; the oldest make room for it. The kernel's own sockets belong to a namespace only while they send
     * ({@code icmp.c:icmp_xmit_lock(), tcp_ipv4.c:tcp_v4_send_reset()}): what waits has none there any more.
     */
    void add(Frame frame, int limitBytes) {
        int size = SocketBuffer.truesize(frame.length());
        while (!frames.isEmpty() && bytes + size > limitBytes) {
            stack.drop(poll(), "neighbour", DropReason.NEIGH_QUEUEFULL);
        }
        bytes += size;
        frames.add(frame);
        frame.setSentByIcmp(false);
        if (frame.socket() == PacketSocket.KERNEL) {
            frame.setSocket(PacketSocket.NONE);
        }
        if (stack.kernel().trace() != null) {
            stack.trace(frame, "neighbour", "held: who has " + Ipv4Address.format(address));
        }
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** The oldest. */
    Frame poll() {
        Frame frame = frames.poll();
        bytes -= SocketBuffer.truesize(frame.length());
        return frame;
    }

    /**
     * ARP gave up on the next hop of the oldest: its sender is told ({@code route.c:ipv4_link_failure()}), unless a raw socket wrote
     * another version into it ({@code ipv4_send_dest_unreach()}).
     */
    void giveUpOldest() {
        Frame frame = poll();
        int at = frame.networkOffset();
        boolean plain = Ipv4Header.headerLength(frame, at) == Ipv4Header.MIN_LENGTH;
        if (Ipv4Header.hasSoundStart(frame, at) && (plain || stack.options().readAgain(frame))) {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.HOST_UNREACHABLE, 0, false);
        }
        stack.drop(frame, "neighbour", DropReason.NEIGH_FAILED);
    }

    /** Null when nothing waits. */
    Frame newest() {
        return frames.peekLast();
    }

    /** Drops what waits. */
    void drop() {
        while (!frames.isEmpty()) {
            stack.drop(poll(), "neighbour", DropReason.NEIGH_FAILED);
        }
    }
}
