package io.ringway.replay.probe;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the asker of a probe should know beside the packet's way: what looks wrong on it, and what the model cannot know. */
final class ProbeNotes {
    private static final List<Ipv4Prefix> PRIVATE = List.of(
            Ipv4Prefix.parse("10.0.0.0/8"),
            Ipv4Prefix.parse("172.16.0.0/12"),
            Ipv4Prefix.parse("192.168.0.0/16"),
            Ipv4Prefix.parse("100.64.0.0/10"));

    private final Network network;
    private final RecordedSockets sockets;
    private final HostRecord record;

    ProbeNotes(Network network, HostRecord record) {
        this.network = network;
        this.record = record;
        sockets = new RecordedSockets(record);
    }

    /** What would change how the packet ended, where its way says that better than the place of its drop. */
    String help(ProbeTrace trace) {
        String detour = trace.request().hasArrived() ? "" : elsewhere(trace);
        return detour.isEmpty() ? trace.request().help() : detour;
    }

    /** Each a sentence without its full stop, what matters most first. */
    List<String> of(Probe probe, int destination, ProbeTrace trace) {
        PacketPath request = trace.request();
        List<String> notes = new ArrayList<>();
        if (request.reason() == DropReason.NEIGH_FAILED) {
            return List.of(trace.questions().toString());
        }
        if (request.hasArrived() && !elsewhere(trace).isEmpty()) {
            notes.add(elsewhere(trace));
        }
        tracked(trace, notes);
        isolated(probe, request, notes);
        if (request.hasArrived()) {
            arrived(probe, trace, notes);
        } else if (owner(destination) == null
                && !Ipv4Address.isLoopback(destination)
                && !new OutsideSegment(network).isThere()) {
            notes.add("nobody in the model has " + probe.to()
                    + ", and it has no outside segment: the way ends where the model does");
        }
        unmodelled(trace, notes);
        return notes;
    }

    private void arrived(Probe probe, ProbeTrace trace, List<String> notes) {
        PacketPath request = trace.request();
        Namespace there = network.namespace(request.where());
        int destination = Ipv4Address.parse(request.arrived().destination());
        int source = Ipv4Address.parse(request.arrived().source());
        if (there == null) {
            leavesAsItIs(source, trace, notes);
            notes.add("nobody in the model has " + probe.to() + ": it is outside, where nothing answers");
            return;
        }
        for (Namespace other : network.namespaces()) {
            if (other != there && has(other, destination) && !Ipv4Address.isLoopback(destination)) {
                notes.add(other.name() + " has the address " + Ipv4Address.format(destination)
                        + " too: who answered ARP last gets what is for it");
            }
        }
        if (trace.replyKind().isEmpty() && there.stack().sourceFor(source) == 0) {
            notes.add(there.name() + " has no route back to " + Ipv4Address.format(source));
        }
        notes.addAll(sockets.notes(there.name(), request.arrived()));
    }

    /** A packet that a route takes out of the model, though its destination is in the network of another interface. */
    private String elsewhere(ProbeTrace trace) {
        ProbeTrace.Routed way = trace.lastRoute();
        Namespace router = way == null ? null : network.namespace(way.namespace());
        Device by = router == null ? null : router.device(way.device());
        if (!(by instanceof TapInterface)) {
            return "";
        }
        Namespace owner = owner(way.destination());
        for (Device device : router.devices()) {
            for (InterfaceAddress one : router.stack().routing().addressesOf(device)) {
                if (device != by
                        && owner != null
                        && owner != router
                        && one.prefix().contains(way.destination())) {
                    return Ipv4Address.format(way.destination()) + " is an address of " + owner.name()
                            + ", in the network of " + device.name() + (device.isUp() ? "" : ", which is down")
                            + "; but " + router.name() + " has another route to it, by " + by.name();
                }
            }
        }
        return "";
    }

    private void leavesAsItIs(int source, ProbeTrace trace, List<String> notes) {
        ProbeTrace.Routed way = trace.lastRoute();
        Namespace owner = owner(source);
        boolean own = way != null && owner != null && owner.name().equals(way.namespace());
        if (way != null && owner != null && !own && PRIVATE.stream().anyMatch(each -> each.contains(source))) {
            notes.add("it leaves with the source " + Ipv4Address.format(source) + ", an address of " + owner.name()
                    + ": no rule of nat POSTROUTING in " + way.namespace()
                    + " translated it, and whoever is outside may know no way back to it");
        }
    }

    private void isolated(Probe probe, PacketPath request, List<String> notes) {
        ProbeReport.Rule rule = request.rule();
        List<String> from = networks(probe.from());
        List<String> to = networks(probe.to());
        if (rule == null || !rule.chain().startsWith("DOCKER-ISOLATION") || from.isEmpty() || to.isEmpty()) {
            return;
        }
        notes.add(probe.from() + " is on " + String.join(", ", from) + ", " + probe.to() + " on "
                + String.join(", ", to) + ": docker network connect " + to.get(0) + " " + probe.from());
    }

    private List<String> networks(String name) {
        Namespace found = network.find(name);
        if (found == null && name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            found = owner(Ipv4Address.parse(name));
        }
        return found == null ? List.of() : record.networks().getOrDefault(found.name(), List.of());
    }

    private void unmodelled(ProbeTrace trace, List<String> notes) {
        Set<String> asked = new LinkedHashSet<>();
        for (PacketPath path : List.of(trace.request(), trace.reply())) {
            path.steps().forEach(step -> asked.add(step.namespace()));
        }
        for (String namespace : asked) {
            for (String words : record.unmodelled().getOrDefault(namespace, List.of())) {
                notes.add(
                        namespace + " has " + words + ", which the model has not: it may drop or translate this, too");
            }
        }
    }

    /** A connection that is tracked already keeps the translation that it has, or has none. */
    private void tracked(ProbeTrace trace, List<String> notes) {
        for (PacketPath.Known known : trace.request().known()) {
            notes.add(known.namespace() + " tracked this connection already: no rule of nat translates it any more; "
                    + (known.namespace().equals(Network.HOST) ? "" : "ip netns exec " + known.namespace() + " ")
                    + "conntrack -D -p " + known.protocol() + " -s " + known.source()
                    + (known.port() == 0 ? "" : " --sport " + known.port()) + " forgets it");
        }
    }

    private static boolean has(Namespace namespace, int address) {
        for (Device device : namespace.devices()) {
            for (InterfaceAddress one : namespace.stack().routing().addressesOf(device)) {
                if (one.prefix().address() == address) {
                    return true;
                }
            }
        }
        return false;
    }

    private Namespace owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            if (has(namespace, address)) {
                return namespace;
            }
        }
        return null;
    }
}
