package io.ringway.replay.binding;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.VlanTag;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowKey;
import io.ringway.replay.conversation.PacketEnds;
import io.ringway.replay.input.Entrance;
import io.ringway.replay.input.StackEntrance;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Where the packets of one capture enter whose hosts are bound to the model's. */
final class BoundEntrance implements Entrance {
    private static final int HOSTS_NAMED = 5;

    private final HostBindings hosts;
    private final Conversations conversations;
    private final BoundConversations bound;
    private final AnnouncedConnections announced;
    private final ExpiringProbes probes;
    private final Way way;
    private final FlowKey key = new FlowKey();
    private final Set<Integer> strangers = new TreeSet<>(Integer::compareUnsigned);
    private boolean moreStrangers;
    private long fromStrangers;
    private long toGroups;
    private long ofRouters;
    private long arp;
    private long ofIpv6;
    private long others;
    private final CapturedCopies copies;
    private final EarlyFragments early;

    /** Takes a filed packet, when its time has come. */
    interface Way {
        void send(Frame frame, FlowKey key, long timeNs);
    }

    BoundEntrance(
            HostBindings hosts,
            Conversations conversations,
            BoundConversations bound,
            AnnouncedConnections announced,
            ExpiringProbes probes,
            Way way,
            FramePool pool) {
        this.hosts = hosts;
        this.conversations = conversations;
        this.bound = bound;
        this.announced = announced;
        this.probes = probes;
        this.way = way;
        early = new EarlyFragments(pool);
        copies = new CapturedCopies(conversations);
        hosts.measure();
    }

    @Override
    public int mtu() {
        return hosts.mtu();
    }

    /** What its sender's interfaces have room for was one packet: a narrower link on its way is still to refuse it. */
    @Override
    public int largest(Frame frame) {
        boolean fits = frame.length() - EthernetHeader.LENGTH <= hosts.mtu();
        return fits ? hosts.mtu() : hosts.largest(Ipv4Header.source(frame, EthernetHeader.LENGTH));
    }

    @Override
    public boolean takes(Frame frame) {
        int at = EthernetHeader.LENGTH;
        while (VlanTag.present(frame)) {
            VlanTag.pop(frame);
        }
        if (!StackEntrance.cutToPacket(frame)
                || frame.length() < at + Ipv4Header.MIN_LENGTH
                || !Ipv4Header.hasSoundStart(frame, at)) {
            int type = frame.length() >= at ? EthernetHeader.type(frame) : 0;
            arp += type == EthernetHeader.TYPE_ARP ? 1 : 0;
            ofIpv6 += type == EthernetHeader.TYPE_IPV6 ? 1 : 0;
            others += type == EthernetHeader.TYPE_ARP || type == EthernetHeader.TYPE_IPV6 ? 0 : 1;
            return false;
        }
        int quoted = PacketEnds.quotedAt(frame, at);
        if (quoted != 0 && probes.isOfRouter(frame, quoted, hosts.isNamed(Ipv4Header.source(frame, at)))) {
            ofRouters++;
            return false;
        }
        int flow = conversations.locate(frame);
        if (copies.isCopy(frame, flow, conversations.key())) {
            return false;
        }
        if (flow != Conversations.NONE && bound.isKnown(flow >>> 1)) {
            return true;
        }
        FlowKey ends = conversations.key();
        if (flow == Conversations.NONE && ends.isLaterFragment() && hosts.find(ends.source()) != null) {
            early.keep(frame);
            return false;
        }
        return isBound(ends.source()) && isBound(ends.destination());
    }

    private boolean isBound(int address) {
        if (hosts.find(address) != null) {
            return true;
        }
        boolean host = !Ipv4Address.isMulticast(address)
                && address != Ipv4Address.BROADCAST
                && !Ipv4Address.isZeroNet(address);
        toGroups += host ? 0 : 1;
        if (host) {
            fromStrangers++;
            if (strangers.size() < HOSTS_NAMED) {
                strangers.add(address);
            } else {
                moreStrangers |= !strangers.contains(address);
            }
        }
        return false;
    }

    @Override
    public String skipped() {
        StringJoiner why = new StringJoiner("; ", "frames were left out: ", "");
        if (fromStrangers > 0) {
            StringJoiner names = new StringJoiner(", ");
            strangers.forEach(address -> names.add(Ipv4Address.format(address)));
            why.add(fromStrangers + " of hosts that are not bound (" + names + (moreStrangers ? ", …" : "")
                    + "): --host ADDRESS=NS binds them");
        }
        if (toGroups > 0) {
            why.add(toGroups + " to groups or to everybody");
        }
        if (ofRouters > 0) {
            why.add(ofRouters
                    + " of routers where a packet's time to live ended: those of the model say so themselves");
        }
        if (copies.copies() > 0) {
            String renamed = copies.renamed() == 0 ? "" : ", " + copies.renamed() + " of them behind NAT";
            why.add(copies.copies() + " of packets that had been captured at another interface before" + renamed);
        }
        if (early.left() > 0) {
            why.add(early.left() + " fragments of packets whose first one was not captured");
        }
        if (arp > 0) {
            why.add(arp + " of ARP, which the model's hosts do themselves");
        }
        if (ofIpv6 > 0) {
            why.add(ofIpv6 + " of IPv6, which is not bound");
        }
        if (others > 0) {
            why.add(others + " without an IPv4 packet");
        }
        return why.toString();
    }

    @Override
    public String help() {
        return fromStrangers > 0
                ? "--host ADDRESS=NS binds a host, --host 0.0.0.0/0=NS all others, --bind auto by who talks"
                : "";
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        int flow = (int) (frame.history().tag() >>> 32) - 1;
        key.read(frame);
        copies.taken(flow);
        probes.send(frame);
        announced.read(frame, key);
        if ((flow & 1) == 0 && !bound.isKnown(flow >>> 1) && !announced.awaits(key)) {
            bound.begin(flow >>> 1, key);
        }
        boolean first = key.isFirstFragment();
        way.send(frame, key, timeNs);
        if (first) {
            early.follow(key, later -> {
                conversations.file(later);
                key.read(later);
                way.send(later, key, timeNs);
            });
        }
    }

    @Override
    public long enteredLater() {
        return early.released();
    }

    @Override
    public void close() {
        early.discard();
    }
}
