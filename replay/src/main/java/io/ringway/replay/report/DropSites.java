package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.DropWatch;
import io.ringway.nat.rules.LastDrop;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversations;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts where the frames of captures, ARP aside, were dropped, and by which rules. Nothing is allocated at a place that is known. */
public final class DropSites implements DropWatch {
    private final Network network;
    private final Conversations conversations;
    private final Map<DropSite, DropSite> sites = new LinkedHashMap<>();
    private final DropSite wanted = new DropSite();

    public DropSites(Network network, Conversations conversations) {
        this.network = network;
        this.conversations = conversations;
    }

    /** In the order in which they were met. */
    public Collection<DropSite> all() {
        return Collections.unmodifiableCollection(sites.values());
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        LastDrop rules = reason == DropReason.NETFILTER_DROP ? rulesOf(namespace) : null;
        if (frame.history().tag() != 0 && !isArp(frame)) {
            count(frame, wanted.at(namespace, where, reason, rules == null ? null : rules.decider(frame)), rules);
        }
        conversations.dropped(frame, namespace, where, reason, rules);
        if (rules != null) {
            rules.forget();
        }
    }

    private static boolean isArp(Frame frame) {
        return frame.length() >= EthernetHeader.LENGTH && EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP;
    }

    private LastDrop rulesOf(String namespace) {
        Namespace found = network.namespace(namespace);
        return found == null ? null : found.stack().netfilter().tables().lastDrop();
    }

    private void count(Frame frame, DropSite place, LastDrop rules) {
        DropSite site = sites.get(place);
        if (site == null) {
            boolean ruled = rules != null && rules.decider(frame) != null;
            site = place.fresh(ruled ? rules.name() : null, DropSite.Example.of(frame, place.namespace(), network));
            sites.put(site, site);
        }
        site.count(frame.history().id());
        if (!site.isMidway() && conversations.isFirst(frame) && isMidway(frame)) {
            site.setMidway();
        }
    }

    /** A TCP segment without SYN. */
    private static boolean isMidway(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (frame.length() < at + Ipv4Header.MIN_LENGTH
                || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4
                || Ipv4Header.protocol(frame, at) != Ipv4Header.PROTOCOL_TCP) {
            return false;
        }
        int transport = at + Ipv4Header.headerLength(frame, at);
        return frame.length() >= transport + TcpHeader.MIN_LENGTH
                && (TcpHeader.flags(frame, transport) & TcpHeader.SYN) == 0;
    }
}
