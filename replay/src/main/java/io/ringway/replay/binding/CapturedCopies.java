package io.ringway.replay.binding;

import io.ringway.packet.CapturedWay;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowKey;

/**
 * A packet that a router, a bridge or a Docker host hands on is captured at each interface that it passes: {@code tcpdump -i any},
 * a capture of several interfaces, a trunk of VLANs. It is to be sent once. Behind NAT it has other addresses: these are
 * then another name of its conversation, so that what answers to them is known as an answer.
 *
 * <p>Two packets are the same one where all is the same that a hop leaves alone, the later one has at most one hop less to
 * live, and they were captured within a tenth of a second at different interfaces or in different directions. Where a
 * capture does not tell interfaces (cooked v1), those of the same direction must lie within 5 ms.
 */
final class CapturedCopies {
    private static final int SLOTS = 1 << 12;
    private static final int HASHED_BYTES = 64;
    private static final long LATEST_NS = 100_000_000;
    private static final long LATEST_UNTOLD_NS = 5_000_000;
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private final Conversations conversations;
    private final Seen[] slots = new Seen[SLOTS];
    private Seen last;
    private long copies;
    private long renamed;

    /** A packet where it was captured first, or where it was first taken. */
    private static final class Seen {
        long content;
        long timeNs;
        long addresses;
        long ports;
        boolean ordered;
        int source;
        int destination;
        int ttl;
        int ifindex;
        CapturedWay way;
        long sourceMac;
        int flow;

        /** The same packet before it, which nobody took. */
        boolean follows;

        long earlierAddresses;
        long earlierPorts;
        boolean earlierOrdered;
    }

    CapturedCopies(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Whether it is a copy of a packet that has been taken.
     *
     * @param flow what the conversations know it as
     */
    boolean isCopy(Frame frame, int flow, FlowKey key) {
        long content = content(frame);
        int slot = (int) (content >>> 52);
        Seen first = slots[slot];
        if (first == null) {
            first = new Seen();
            slots[slot] = first;
            first.timeNs = Long.MAX_VALUE;
        }
        boolean same = first.content == content && isSame(first, frame, key);
        if (same && first.flow != Conversations.NONE) {
            copies++;
            boolean otherEnds = first.addresses != key.addresses() || first.ports != key.ports();
            renamed += otherEnds ? 1 : 0;
            if (otherEnds && flow == Conversations.NONE && !key.isLaterFragment()) {
                conversations.alsoKnownAs(first.flow, key.addresses(), key.ports(), key.ordered());
            }
            return true;
        }
        remember(first, same, content, frame, key);
        return false;
    }

    private void remember(Seen seen, boolean follows, long content, Frame frame, FlowKey key) {
        boolean otherEnds = seen.addresses != key.addresses() || seen.ports != key.ports();
        seen.follows = follows && otherEnds && !key.isLaterFragment();
        seen.earlierAddresses = seen.addresses;
        seen.earlierPorts = seen.ports;
        seen.earlierOrdered = seen.ordered;
        seen.content = content;
        seen.timeNs = frame.timestampNs();
        seen.addresses = key.addresses();
        seen.ports = key.ports();
        seen.ordered = key.ordered();
        seen.source = key.source();
        seen.destination = key.destination();
        seen.ttl = Ipv4Header.ttl(frame, EthernetHeader.LENGTH);
        seen.ifindex = frame.history().capturedIfindex();
        seen.way = frame.history().capturedWay();
        seen.sourceMac = EthernetHeader.source(frame);
        seen.flow = Conversations.NONE;
        last = seen;
    }

    /** The packet that was looked at last is sent, as one of that conversation. */
    void taken(int flow) {
        if (last == null || last.flow != Conversations.NONE) {
            return;
        }
        last.flow = flow;
        if (last.follows) {
            conversations.alsoKnownAs(flow, last.earlierAddresses, last.earlierPorts, last.earlierOrdered);
        }
    }

    private static boolean isSame(Seen first, Frame frame, FlowKey key) {
        int hops = first.ttl - Ipv4Header.ttl(frame, EthernetHeader.LENGTH);
        // The clocks of processors may differ, and a capture's order with them.
        long later = Math.abs(frame.timestampNs() - first.timeNs);
        if (hops < 0 || hops > 1 || later > LATEST_NS || !isElsewhere(first, frame, hops, later)) {
            return false;
        }
        boolean sameEnds = first.addresses == key.addresses() && first.ports == key.ports();
        // Sequence numbers and options tell one segment from all others; datagrams are not so different.
        boolean known = first.source == key.source() || first.destination == key.destination();
        return sameEnds ? first.source == key.source() : known || key.protocol() == Ipv4Header.PROTOCOL_TCP;
    }

    private static boolean isElsewhere(Seen first, Frame frame, int hops, long later) {
        int ifindex = frame.history().capturedIfindex();
        CapturedWay way = frame.history().capturedWay();
        if (ifindex != first.ifindex || way != first.way) {
            return true;
        }
        if (frame.history().isLinkless()) {
            return ifindex <= 0 && way != CapturedWay.UNKNOWN && later <= LATEST_UNTOLD_NS;
        }
        return hops == 1 && EthernetHeader.source(frame) != first.sourceMac;
    }

    /** All that a hop and NAT leave alone, mixed. */
    private static long content(Frame frame) {
        int at = EthernetHeader.LENGTH;
        int protocol = Ipv4Header.protocol(frame, at);
        int transport = at + Ipv4Header.headerLength(frame, at);
        int end = Math.min(frame.length(), at + Ipv4Header.totalLength(frame, at));
        long mixed = (long) Ipv4Header.id(frame, at) << 24
                | (long) protocol << 16
                | Ipv4Header.totalLength(frame, at)
                | (long) frame.u16(at + 6) << 40;
        boolean first = Ipv4Header.fragmentOffset(frame, at) == 0;
        int from = transport;
        if (first && protocol == Ipv4Header.PROTOCOL_TCP && end >= transport + TcpHeader.MIN_LENGTH) {
            mixed = mix(mixed, frame, transport + 4, transport + TcpHeader.CHECKSUM_OFFSET);
            from = transport + TcpHeader.CHECKSUM_OFFSET + 2;
        } else if (first && protocol == Ipv4Header.PROTOCOL_UDP) {
            from = transport + 8;
        } else if (first && protocol == Ipv4Header.PROTOCOL_ICMP && end >= transport + IcmpHeader.LENGTH) {
            mixed = mix(mixed, frame, transport, transport + 2);
            boolean error = IcmpHeader.isError(IcmpHeader.type(frame, transport));
            from = error ? end : transport + 6;
        }
        return mix(mixed, frame, from, Math.min(end, from + HASHED_BYTES));
    }

    private static long mix(long before, Frame frame, int from, int until) {
        long mixed = before * MIX;
        int i = from;
        for (; i + 8 <= until; i += 8) {
            mixed = (mixed ^ frame.i64(i)) * MIX;
            mixed ^= mixed >>> 32;
        }
        for (; i < until; i++) {
            mixed = (mixed ^ frame.u8(i)) * MIX;
        }
        return (mixed ^ mixed >>> 29) * MIX;
    }

    /** Copies that were left out, and those of them that had other addresses or ports. */
    long copies() {
        return copies;
    }

    long renamed() {
        return renamed;
    }
}
