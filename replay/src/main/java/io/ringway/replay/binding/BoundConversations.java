package io.ringway.replay.binding;

import static io.ringway.replay.conversation.ConversationStore.VIEW_ADDRESSES;
import static io.ringway.replay.conversation.ConversationStore.VIEW_PORTS;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.replay.conversation.BoundEnds;
import io.ringway.replay.conversation.ConversationStore;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowIndex;
import io.ringway.replay.conversation.FlowKey;
import io.ringway.replay.conversation.Losses;
import io.ringway.replay.conversation.PacketEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2LongHashMap;

/**
 * How both ends of each conversation see it in the model. The initiator's view is chosen when its first packet is there;
 * the responder's is what the first packet that arrived looked like: behind NAT its answers go there. No two conversations
 * have the same initiator's view: a port, or a query's ID, gives way.
 */
final class BoundConversations implements BoundEnds {
    static final String NOT_TOLD_APART = "its ends cannot be told from those of another conversation in the model";

    private static final int PORTS_TRIED = 1 << 16;
    private static final int EXHAUSTED = -2;

    /** Instead of the other's port: a query has the same ID at both ends. */
    private static final int ANY = -1;

    private static final int LOWEST_PORT = 1024;
    private static final int PROTOCOL_SHIFT = 48;

    /** Ports and protocol, without the namespace. */
    private static final long OF_TUPLE = 0xffff_0000_ffff_ffffL;

    private final HostBindings hosts;
    private final ModelAddresses addresses;
    private final ConversationStore store;
    private final FlowIndex byView;
    private final Network network;
    private final ExpiringProbes probes;
    private final Losses losses;
    private final FlowKey seen = new FlowKey();
    private final List<Namespace> namespaces = new ArrayList<>();
    private PacketEnd packetEnd = (tag, reason) -> {};
    private Consumer<Frame> arrival = frame -> {};
    private final Long2LongHashMap lastGiven = new Long2LongHashMap(Long.MIN_VALUE);
    private long toldApart;

    /** Told when a packet, or a copy of it, has come to its end. */
    interface PacketEnd {
        void ended(long tag, DropReason reason);
    }

    BoundConversations(
            HostBindings hosts,
            ModelAddresses addresses,
            Network network,
            Conversations conversations,
            ExpiringProbes probes) {
        this.probes = probes;
        this.hosts = hosts;
        this.addresses = addresses;
        this.network = network;
        losses = conversations.losses();
        store = conversations.store();
        byView = new FlowIndex(store, VIEW_ADDRESSES, VIEW_PORTS, OF_TUPLE);
    }

    void onEnd(PacketEnd listener) {
        packetEnd = listener;
    }

    /** @param listener told of each packet that has reached the end that it is for */
    void onArrival(Consumer<Frame> listener) {
        arrival = listener;
    }

    boolean isKnown(int number) {
        return store.get(number, VIEW_PORTS) != 0;
    }

    /** Whether the end knows how it sees the conversation. */
    boolean hasView(int number, int end) {
        return store.get(number, VIEW_PORTS + 2 * end) != 0;
    }

    Namespace namespace(int number, int end) {
        return namespaces.get(store.upper(number, VIEW_PORTS + 2 * end) & 0xffff);
    }

    int own(int number, int end) {
        return store.upper(number, VIEW_ADDRESSES + 2 * end);
    }

    int other(int number, int end) {
        return store.lower(number, VIEW_ADDRESSES + 2 * end);
    }

    int ownPort(int number, int end) {
        return store.lower(number, VIEW_PORTS + 2 * end) >>> 16;
    }

    int otherPort(int number, int end) {
        return store.lower(number, VIEW_PORTS + 2 * end) & 0xffff;
    }

    /** Conversations whose port had to give way. */
    long toldApart() {
        return toldApart;
    }

    /**
     * Chooses the initiator's view of a new conversation; {@code key} is its first packet.
     *
     * @return false when it cannot be told from another one
     */
    boolean begin(int number, FlowKey key) {
        HostBinding from = hosts.find(key.source());
        HostBinding to = hosts.find(key.destination());
        int protocol = key.protocol();
        boolean hasPorts = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        int asked = hasPorts ? hosts.port(key.destinationPort()) : 0;
        int renamed = hasPorts && asked == 0 ? hosts.port(key.sourcePort()) : 0;
        long front = addresses.front(
                to, key.destination(), from.namespace(), protocol, asked != 0 ? asked : key.destinationPort());
        int destination = (int) (front >>> 32);
        int source = addresses.source(from, key.source(), to.namespace(), destination);
        int sourcePort = renamed != 0 ? renamed : key.sourcePort();
        int destinationPort = hasPorts ? (int) front & 0xffff : key.destinationPort();
        return claim(number, protocol, from.namespace(), source, sourcePort, destination, destinationPort);
    }

    /** The same for one that goes where an end of another conversation was told to go, by the address that it has in that. */
    boolean beginAnnounced(int number, FlowKey key, int other, int end, int address, int port) {
        return claim(number, key.protocol(), namespace(other, end), own(other, end), key.sourcePort(), address, port);
    }

    private boolean claim(
            int number, int protocol, Namespace from, int source, int port, int destination, int destinationPort) {
        boolean query = protocol == Ipv4Header.PROTOCOL_ICMP && port == destinationPort;
        boolean movable = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP || query;
        int asked = query ? port : destinationPort;
        boolean free = isFree(protocol, source, port, destination, asked);
        if (!free && movable) {
            return claimAnother(number, protocol, from, source, port, destination, query ? ANY : asked);
        }
        if (free) {
            take(number, protocol, from, source, port, destination, asked);
        }
        return free;
    }

    /** Goes on from the last port that was given so, and gives up for good where there is none left. */
    private boolean claimAnother(
            int number, int protocol, Namespace from, int source, int port, int destination, int asked) {
        long way = FlowKey.pack(source, destination) * 31 + view(protocol, 0, 0, asked + 1);
        int own = (int) lastGiven.getOrDefault(way, port);
        for (int tries = own == EXHAUSTED ? PORTS_TRIED : 0; tries < PORTS_TRIED; tries++) {
            own = own >= 0xffff ? LOWEST_PORT : own + 1;
            int other = asked == ANY ? own : asked;
            if (isFree(protocol, source, own, destination, other)) {
                lastGiven.put(way, own);
                toldApart++;
                take(number, protocol, from, source, own, destination, other);
                return true;
            }
        }
        lastGiven.put(way, EXHAUSTED);
        return false;
    }

    private void take(int number, int protocol, Namespace from, int source, int port, int destination, int asked) {
        store.set(number, VIEW_ADDRESSES, FlowKey.pack(source, destination));
        store.set(number, VIEW_PORTS, view(protocol, numberOf(from), port, asked));
        byView.put(number);
    }

    private boolean isFree(int protocol, int source, int port, int destination, int asked) {
        long there = view(protocol, 0, port, asked);
        long back = view(protocol, 0, asked, port);
        return byView.find(FlowKey.pack(source, destination), there) == Conversations.NONE
                && byView.find(FlowKey.pack(destination, source), back) == Conversations.NONE;
    }

    private static long view(int protocol, int namespace, int own, int other) {
        return (long) (protocol + 1) << PROTOCOL_SHIFT | (long) namespace << 32 | (long) own << 16 | other;
    }

    private int numberOf(Namespace namespace) {
        int known = namespaces.indexOf(namespace);
        if (known >= 0) {
            return known;
        }
        namespaces.add(namespace);
        return namespaces.size() - 1;
    }

    @Override
    public int arrived(int flow, Frame frame, String namespace) {
        int lost = judge(flow, frame, namespace);
        if (lost == Conversations.NONE) {
            arrival.accept(frame);
        }
        return lost;
    }

    private int judge(int flow, Frame frame, String namespace) {
        int number = flow >>> 1;
        int end = (flow & 1) ^ 1;
        if (!isKnown(number)) {
            return Conversations.NONE;
        }
        seen.readQuoted(frame, frame.networkOffset());
        Namespace there = network.namespace(namespace);
        if (!hasView(number, end)) {
            return meet(number, frame, there);
        }
        boolean aboutOthers = PacketEnds.quotedAt(frame, frame.networkOffset()) != 0;
        return aboutOthers || isOf(number, end, there)
                ? Conversations.NONE
                : losses.of(namespace, "local", "arrived as " + seen + ", which no conversation of that host is");
    }

    /** The responder sees the conversation for the first time: by the host that it is bound to, or wherever NAT led. */
    private int meet(int number, Frame frame, Namespace there) {
        long keyAddresses = store.get(number, ConversationStore.ADDRESSES);
        boolean inOrder = (store.get(number, ConversationStore.FLAGS) & ConversationStore.INITIATOR_FIRST) != 0;
        HostBinding meant = hosts.find((int) (inOrder ? keyAddresses : keyAddresses >>> 32));
        boolean aboutOthers = PacketEnds.quotedAt(frame, frame.networkOffset()) != 0;
        if (meant.namespace() != there && !aboutOthers && !frame.history().translated()) {
            String text = "arrived here as " + seen + ", and not in " + meant.namespace();
            return losses.of(there.name(), "local", text);
        }
        store.set(number, VIEW_ADDRESSES + 2, FlowKey.pack(seen.destination(), seen.source()));
        long view = view(seen.protocol(), numberOf(there), seen.destinationPort(), seen.sourcePort());
        store.set(number, VIEW_PORTS + 2, view);
        return Conversations.NONE;
    }

    private boolean isOf(int number, int end, Namespace there) {
        return own(number, end) == seen.destination()
                && other(number, end) == seen.source()
                && ownPort(number, end) == seen.destinationPort()
                && otherPort(number, end) == seen.sourcePort()
                && namespace(number, end) == there;
    }

    @Override
    public void expired(long tag, int cause) {
        probes.expire(tag, cause);
    }

    @Override
    public void ended(long tag, DropReason reason) {
        packetEnd.ended(tag, reason);
    }

    @Override
    public String hostName(int number, int end) {
        return hasView(number, end) ? namespace(number, end).name() : "";
    }
}
