package io.ringway.replay.binding;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.replay.conversation.Conversations;

/**
 * Packets whose time to live ends on their way, as those of traceroute do. The model has other routers than the capture, and
 * these speak for themselves: of the capture's it is only kept that a packet was not to arrive, so that nothing is lost
 * where it does not. A packet that ends in the model and did not in the capture is.
 *
 * <p>Remembers the last few thousand packets that set out with little time.
 */
final class ExpiringProbes {
    private static final int SLOTS = 1 << 12;

    /** Beyond it a packet is not taken for one that is to end on its way. */
    private static final int MOST_HOPS = 40;

    /** Instead of a cause: it ended in the capture. */
    private static final int AS_RECORDED = -1;

    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private final Conversations conversations;

    /** What an error would quote of a packet, and the packet. */
    private final long[] quotes = new long[SLOTS];

    private final long[] sent = new long[SLOTS];

    /** Packets that have ended in one of the two, and why in the model. */
    private final long[] ended = new long[SLOTS];

    private final int[] causes = new int[SLOTS];

    ExpiringProbes(Conversations conversations) {
        this.conversations = conversations;
    }

    /** A packet is about to be sent. */
    void send(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (Ipv4Header.ttl(frame, at) <= MOST_HOPS) {
            long quote = quote(frame, at);
            quotes[slot(quote)] = quote;
            sent[slot(quote)] = frame.history().tag();
        }
    }

    /** A packet has ended on its way in the model, for that cause. */
    void expire(long tag, int cause) {
        int slot = slot(tag * MIX);
        if (ended[slot] == tag) {
            if (causes[slot] == AS_RECORDED) {
                ended[slot] = 0;
                conversations.expired(tag);
            }
            return;
        }
        settle(slot);
        ended[slot] = tag;
        causes[slot] = cause;
    }

    /**
     * Whether it is an error of the capture that is the affair of the model's routers; the packet that it quotes was not to
     * arrive. One from a host that is bound by its own address is sent, if that packet did not end in the model.
     */
    boolean isOfRouter(Frame frame, int quoted, boolean named) {
        int icmp = quoted - IcmpHeader.LENGTH;
        if (IcmpHeader.type(frame, icmp) != IcmpHeader.TIME_EXCEEDED
                || IcmpHeader.code(frame, icmp) != 0
                || conversations.locateQuoted(frame, quoted) == Conversations.NONE) {
            return false;
        }
        long quote = quote(frame, quoted);
        long tag = quotes[slot(quote)] == quote ? sent[slot(quote)] : 0;
        return (tag != 0 && record(tag)) || !named;
    }

    /** Whether it has ended in the model, too. */
    private boolean record(long tag) {
        int slot = slot(tag * MIX);
        if (ended[slot] != tag) {
            settle(slot);
            ended[slot] = tag;
            causes[slot] = AS_RECORDED;
            return false;
        }
        boolean here = causes[slot] != AS_RECORDED;
        if (here) {
            ended[slot] = 0;
            conversations.expired(tag);
        }
        return here;
    }

    /** Nothing more will be known: what ended in the model alone is lost. */
    void settle() {
        for (int slot = 0; slot < SLOTS; slot++) {
            settle(slot);
        }
    }

    private void settle(int slot) {
        if (ended[slot] != 0 && causes[slot] != AS_RECORDED) {
            conversations.lost(ended[slot], causes[slot]);
        }
        ended[slot] = 0;
    }

    /** What stays of a packet on its way: addresses, protocol, ID, ports or a query's number. */
    private static long quote(Frame frame, int at) {
        long addresses = (long) Ipv4Header.source(frame, at) << 32 | (Ipv4Header.destination(frame, at) & 0xffff_ffffL);
        int protocol = Ipv4Header.protocol(frame, at);
        int transport = at + Ipv4Header.headerLength(frame, at);
        int which = 0;
        if (frame.length() >= transport + IcmpHeader.LENGTH && Ipv4Header.fragmentOffset(frame, at) == 0) {
            which = protocol == Ipv4Header.PROTOCOL_TCP
                    ? frame.i32(transport) ^ frame.i32(transport + 4)
                    : frame.i32(transport + (protocol == Ipv4Header.PROTOCOL_ICMP ? 4 : 0));
        }
        long rest = (long) Ipv4Header.id(frame, at) << 40 | (long) protocol << 32 | (which & 0xffff_ffffL);
        return ((addresses * MIX) ^ rest) * MIX;
    }

    private static int slot(long mixed) {
        return (int) (mixed >>> 52);
    }
}
