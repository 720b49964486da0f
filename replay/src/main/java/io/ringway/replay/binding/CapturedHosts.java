package io.ringway.replay.binding;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.VlanTag;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowKey;
import io.ringway.replay.conversation.PacketEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.collections.Long2LongHashMap;

/**
 * Who talks in captures, and who asks whom: who sends a SYN asks, who answers one serves; of other conversations the end with a
 * port below 1024 serves if the other has none, else the one with the port that more ask, else who was asked first.
 */
final class CapturedHosts {
    private static final int WELL_KNOWN = 1024;
    private static final int FTP_DATA = 20;
    private static final int ASKER = 5;
    private static final int SYN_ACK = TcpHeader.SYN | TcpHeader.ACK;

    private final Conversations conversations = new Conversations();
    private final CapturedCopies copies = new CapturedCopies(conversations);
    private final FlowKey key = new FlowKey();
    private boolean talksToItself;

    /** In the order of addresses. */
    private final SortedMap<Integer, CapturedHost> hosts = new TreeMap<>(Integer::compareUnsigned);

    /** By conversation: first sender, its port, first receiver, its port, protocol, who asks: 1 the first sender, -1 the other. */
    private final List<int[]> seen = new ArrayList<>();

    /** Whether some host talks to itself by 127.0.0.0/8; after {@link #all}. */
    boolean talksToItself() {
        return talksToItself;
    }

    /** Looks at a frame as it was captured. */
    void look(Frame frame) {
        while (VlanTag.present(frame)) {
            VlanTag.pop(frame);
        }
        int at = EthernetHeader.LENGTH;
        if (frame.length() < at + Ipv4Header.MIN_LENGTH
                || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4
                || !Ipv4Header.hasSoundStart(frame, at)
                || PacketEnds.quotedAt(frame, at) != 0) {
            return;
        }
        int known = conversations.locate(frame);
        if (copies.isCopy(frame, known, conversations.key())) {
            return;
        }
        int flow = conversations.file(frame);
        copies.taken(flow);
        key.read(frame);
        int turned = turned(frame);
        if (known == Conversations.NONE) {
            seen.add(new int[] {
                key.source(), key.sourcePort(), key.destination(), key.destinationPort(), key.protocol(), turned
            });
        } else if (turned != 0 && seen.get(flow >>> 1)[ASKER] == 0) {
            seen.get(flow >>> 1)[ASKER] = (flow & 1) == 0 ? turned : -turned;
        }
    }

    /** 1 where the sender asks, -1 where it serves, 0 where that does not show. */
    private int turned(Frame frame) {
        int transport = EthernetHeader.LENGTH + Ipv4Header.headerLength(frame, EthernetHeader.LENGTH);
        if (key.isLaterFragment() || frame.length() < transport + 8) {
            return 0;
        }
        if (key.protocol() == Ipv4Header.PROTOCOL_ICMP) {
            int type = IcmpHeader.type(frame, transport);
            return type == IcmpHeader.ECHO_REQUEST ? 1 : type == IcmpHeader.ECHO_REPLY ? -1 : 0;
        }
        boolean tcp = key.protocol() == Ipv4Header.PROTOCOL_TCP && frame.length() >= transport + TcpHeader.MIN_LENGTH;
        return switch (tcp ? TcpHeader.flags(frame, transport) & SYN_ACK : 0) {
            case TcpHeader.SYN -> 1;
            case SYN_ACK -> -1;
            default -> 0;
        };
    }

    /** All of them, when everything has been looked at. */
    SortedMap<Integer, CapturedHost> all() {
        Long2LongHashMap talks = new Long2LongHashMap(0);
        for (int[] ends : seen) {
            for (int end = 0; end < 4; end += 2) {
                long talker = FlowKey.pack(ends[end], ends[end + 1]);
                talks.put(talker, talks.get(talker) + 1);
            }
        }
        for (int[] ends : seen) {
            boolean forward = ends[ASKER] != 0 ? ends[ASKER] > 0 : asks(ends, talks);
            // Who is asked from FTP's port for data had asked for it.
            boolean fetched = ends[4] == Ipv4Header.PROTOCOL_TCP && ends[forward ? 1 : 3] == FTP_DATA;
            talksToItself |= Ipv4Address.isLoopback(ends[0]) && Ipv4Address.isLoopback(ends[2]);
            if (isHost(ends[0]) && isHost(ends[2]) && !fetched) {
                CapturedHost client = host(forward ? ends[0] : ends[2]);
                CapturedHost server = host(forward ? ends[2] : ends[0]);
                client.asks(server.address());
                boolean ported = ends[4] == Ipv4Header.PROTOCOL_TCP || ends[4] == Ipv4Header.PROTOCOL_UDP;
                server.serves(ends[4], ported ? forward ? ends[3] : ends[1] : 0);
            }
        }
        return hosts;
    }

    private static boolean asks(int[] ends, Long2LongHashMap talks) {
        boolean low = ends[1] != 0 && ends[1] < WELL_KNOWN;
        boolean otherLow = ends[3] != 0 && ends[3] < WELL_KNOWN;
        if (low != otherLow) {
            return otherLow;
        }
        return talks.get(FlowKey.pack(ends[0], ends[1])) <= talks.get(FlowKey.pack(ends[2], ends[3]));
    }

    private static boolean isHost(int address) {
        return !Ipv4Address.isMulticast(address)
                && address != Ipv4Address.BROADCAST
                && !Ipv4Address.isZeroNet(address)
                && !Ipv4Address.isLoopback(address);
    }

    private CapturedHost host(int address) {
        return hosts.computeIfAbsent(address, one -> new CapturedHost(one, new TreeSet<>(), new TreeSet<>()));
    }
}
