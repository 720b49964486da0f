package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import io.ringway.replay.conversation.FlowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place where frames of captures were dropped for one reason, and by one rule if rules did it; how many, and what the
 * first of them was. Two are equal if they are the same place.
 */
final class DropSite {
    private String namespace;
    private String where;
    private DropReason reason;
    private Object decider;
    private long lastId;
    private long frames;
    private RuleName rule;
    private Example example;

    /** Whether a connection's first frame was dropped here that was not the first of its connection. */
    private boolean midway;

    /**
     * The first frame that was dropped.
     *
     * @param source address and port; "" where there is no IPv4
     * @param destinationMac of the frame as it was
     * @param in the interface that it came in by, "" for none
     * @param out the interface that its route leads to, "" for none
     * @param nextHop the neighbour that its route leads to, "" for none
     */
    record Example(
            String protocol,
            String source,
            String destination,
            String destinationMac,
            String in,
            String out,
            String nextHop) {
        static Example of(Frame frame, String namespace, Network network) {
            FlowKey key = new FlowKey();
            key.read(frame);
            boolean ethernet = frame.length() >= EthernetHeader.LENGTH;
            Namespace found = network.namespace(namespace);
            return new Example(
                    key.protocolName(),
                    key.sourceText(),
                    key.destinationText(),
                    ethernet ? MacAddress.format(EthernetHeader.destination(frame)) : "",
                    name(found, frame.ingressIfindex()),
                    name(found, frame.egressIfindex()),
                    frame.nextHop() == 0 ? "" : Ipv4Address.format(frame.nextHop()));
        }

        private static String name(Namespace namespace, int ifindex) {
            Device device = namespace == null || ifindex == 0 ? null : namespace.device(ifindex);
            return device == null ? "" : device.name();
        }

        String sourceAddress() {
            return address(source);
        }

        String destinationAddress() {
            return address(destination);
        }

        private static String address(String end) {
            int colon = end.indexOf(':');
            return colon < 0 ? end : end.substring(0, colon);
        }

        @Override
        public String toString() {
            return source.isEmpty() ? protocol : protocol + " " + source + " > " + destination;
        }
    }

    /** With the copies of flooded frames that reached only others told as one: that which most frames reached. */
    static List<DropSite> flooded(Collection<DropSite> sites) {
        List<DropSite> all = new ArrayList<>();
        Map<String, DropSite> byMac = new LinkedHashMap<>();
        for (DropSite site : sites) {
            if (site.reason == DropReason.OTHERHOST) {
                byMac.merge(site.example.destinationMac(), site, (a, b) -> b.frames > a.frames ? b : a);
            } else {
                all.add(site);
            }
        }
        all.addAll(byMac.values());
        return all;
    }

    /** Becomes the name of a place, to find the place by. */
    DropSite at(String newNamespace, String newWhere, DropReason newReason, Object newDecider) {
        namespace = newNamespace;
        where = newWhere;
        reason = newReason;
        decider = newDecider;
        return this;
    }

    /** The same place, of which nothing is known yet. */
    DropSite fresh(RuleName decidingRule, Example first) {
        DropSite site = new DropSite().at(namespace, where, reason, decider);
        site.rule = decidingRule;
        site.example = first;
        return site;
    }

    /** Several copies of one frame count once. */
    void count(long frameId) {
        if (frames == 0 || frameId != lastId) {
            frames++;
            lastId = frameId;
        }
    }

    void setMidway() {
        midway = true;
    }

    String namespace() {
        return namespace;
    }

    String where() {
        return where;
    }

    DropReason reason() {
        return reason;
    }

    /** Null where no rule dropped them. */
    RuleName rule() {
        return rule;
    }

    /** Whether they reached the stack that they were for, which has no socket for them. */
    boolean isAtItsEnd() {
        return reason == DropReason.NO_SOCKET || reason == DropReason.IP_NOPROTO;
    }

    long frames() {
        return frames;
    }

    Example example() {
        return example;
    }

    boolean isMidway() {
        return midway;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DropSite site
                && reason == site.reason
                && decider == site.decider
                && where.equals(site.where)
                && namespace.equals(site.namespace);
    }

    @Override
    public int hashCode() {
        int hash = namespace.hashCode() * 31 + where.hashCode();
        return (hash * 31 + reason.ordinal()) * 31 + (decider == null ? 0 : System.identityHashCode(decider));
    }

    @Override
    public String toString() {
        return frames + " x " + reason.kernelName() + " at " + where + " of " + namespace
                + (rule == null ? "" : " by " + rule);
    }
}
