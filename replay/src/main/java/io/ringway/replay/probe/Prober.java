package io.ringway.replay.probe;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Trace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sends the first packet of a conversation from a namespace's own stack, or from outside, and follows it and its reply. */
public final class Prober {
    /** As far apart as rate limits of ICMP errors forget: one a second. */
    private static final long PAUSE_NS = 2_000_000_000L;

    /** Three requests, a second apart, and then a neighbour has failed. */
    private static final long PATIENCE_NS = 5_000_000_000L;

    private static final Set<DropReason> NO_WAY =
            EnumSet.of(DropReason.IP_OUTNOROUTES, DropReason.IP_INNOROUTES, DropReason.NEIGH_FAILED);

    private final Network network;
    private final Kernel kernel;
    private final OutsideSegment outside;
    private final ProbeNotes notes;
    private final RecordedSockets sockets;

    /** @param record what else is known of the hosts that the network shows */
    public Prober(Network network, HostRecord record) {
        this.network = network;
        notes = new ProbeNotes(network, record);
        sockets = new RecordedSockets(record);
        kernel = network.kernel();
        outside = new OutsideSegment(network);
        if (outside.isThere()) {
            network.begin();
        }
    }

    public ProbeReport run(Probe probe) {
        int source = address(probe.from());
        TapInterface entrance = entrance(probe.from(), source);
        Namespace sender = entrance == null ? sender(probe.from()) : null;
        int destination = destination(probe.to(), sender);
        if (source == 0) {
            source = sender.stack().sourceFor(destination);
        }
        Frame packet = ProbePacket.of(probe, kernel.pool(), source, destination);
        ProbeReport.Tuple sent = ProbeTrace.tuple(packet);
        ProbeTrace trace = new ProbeTrace(outside, network, sockets);
        Trace before = kernel.trace();
        kernel.setTrace(trace);
        try {
            if (entrance == null) {
                network.sendRaw(sender, packet, kernel.nowNs());
            } else {
                outside.send(entrance, packet, source, kernel.nowNs());
            }
            settle();
        } finally {
            kernel.setTrace(before);
        }
        kernel.advanceTo(kernel.nowNs() + PAUSE_NS);
        String from = sender == null ? OutsideSegment.NAME : sender.name();
        return report(probe, from, sent, trace, notes.of(probe, destination, trace));
    }

    private void settle() {
        long end = kernel.nowNs() + PATIENCE_NS;
        outside.answer();
        while (kernel.accounts().heldFrames() > 0 && kernel.timers().nextDeadlineNs() <= end) {
            kernel.advanceTo(kernel.timers().nextDeadlineNs());
            outside.answer();
        }
    }

    private ProbeReport report(
            Probe probe, String sender, ProbeReport.Tuple sent, ProbeTrace trace, List<String> told) {
        PacketPath request = trace.request();
        ProbeReport.Reply reply = reply(trace);
        return new ProbeReport(
                probe,
                verdict(request, reply),
                answer(request, reply, sender),
                request.where(),
                name(request),
                meaning(request),
                request.rule(),
                sent,
                request.arrived(),
                request.steps(),
                reply,
                notes.help(trace),
                told);
    }

    private static ProbeReport.Reply reply(ProbeTrace trace) {
        PacketPath path = trace.reply();
        if (trace.replyKind().isEmpty()) {
            return null;
        }
        return new ProbeReport.Reply(
                trace.replyKind(),
                verdict(path, null),
                path.where(),
                name(path),
                meaning(path),
                path.rule(),
                path.arrived(),
                path.steps(),
                path.help());
    }

    private static ProbeReport.Verdict verdict(PacketPath path, ProbeReport.Reply reply) {
        if (path.hasArrived()) {
            return ProbeReport.Verdict.DELIVERED;
        }
        ProbeReport.Rule rule = path.rule();
        if (path.reason() == DropReason.NETFILTER_DROP
                && rule != null
                && rule.verdict().equals("REJECT")) {
            return ProbeReport.Verdict.REJECTED;
        }
        boolean toldSo = reply != null && reply.kind().contains("unreachable");
        return toldSo || NO_WAY.contains(path.reason()) ? ProbeReport.Verdict.UNREACHABLE : ProbeReport.Verdict.DROPPED;
    }

    /** Only what reaches the sender's own stack is an answer. Who listened when the host was recorded would not refuse. */
    private ProbeReport.Answer answer(PacketPath request, ProbeReport.Reply reply, String sender) {
        boolean heard = reply != null
                && reply.verdict() == ProbeReport.Verdict.DELIVERED
                && reply.where().equals(sender);
        if (!heard) {
            return ProbeReport.Answer.NONE;
        }
        if (request.hasArrived() && sockets.find(request.where(), request.arrived()) != null) {
            return ProbeReport.Answer.ACCEPTED;
        }
        return switch (reply.kind()) {
            case "SYN-ACK", "UDP", "echo reply" -> ProbeReport.Answer.ACCEPTED;
            case "RST", "ICMP port unreachable", "ICMP protocol unreachable" -> ProbeReport.Answer.REFUSED;
            default -> request.hasArrived() ? ProbeReport.Answer.REFUSED : ProbeReport.Answer.NONE;
        };
    }

    private static String name(PacketPath path) {
        return path.reason() == null ? "" : path.reason().kernelName();
    }

    private static String meaning(PacketPath path) {
        return path.reason() == null ? "" : path.reason().meaning();
    }

    /** Where a host comes in that nobody in the model is; null for one that the model has, and without a way in. */
    private TapInterface entrance(String from, int address) {
        boolean known = address == 0 || network.find(from) != null || owner(address) != null;
        return known ? null : outside.towards(address);
    }

    private Namespace sender(String from) {
        int address = address(from);
        if (network.find(from) != null || address == 0) {
            return new InterfaceName(from, "@ip").findNamespace(network);
        }
        Namespace owner = owner(address);
        if (owner == null) {
            throw ReplayException.usage("nobody in the model has " + from
                    + ", and it has no outside segment on which such a host could be");
        }
        return owner;
    }

    /** 0 for what is no address. */
    private static int address(String text) {
        return text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+") ? parse(text) : 0;
    }

    private static int parse(String text) {
        try {
            return Ipv4Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw ReplayException.usage("\"" + text + "\" is no IPv4 address");
        }
    }

    private Namespace owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        return null;
    }

    /** Of several addresses of a namespace, the first that the sender reaches without a gateway, else the first. */
    private int destination(String to, Namespace sender) {
        int address = address(to);
        if (network.find(to) == null && address != 0) {
            return address;
        }
        Namespace target = new InterfaceName(to, "@ip").findNamespace(network);
        int first = 0;
        for (Device device : target.devices()) {
            for (InterfaceAddress one : target.stack().routing().addressesOf(device)) {
                int own = one.prefix().address();
                boolean usable = target == sender || !Ipv4Address.isLoopback(own);
                boolean direct = usable && sender != null && sharesSubnet(sender, own);
                if (direct) {
                    return own;
                }
                first = first == 0 && usable ? own : first;
            }
        }
        if (first == 0) {
            throw ReplayException.usage("namespace " + to + " has no address to send to");
        }
        return first;
    }

    private static boolean sharesSubnet(Namespace sender, int address) {
        for (Device device : sender.devices()) {
            for (InterfaceAddress one : sender.stack().routing().addressesOf(device)) {
                if (one.prefix().contains(address) && !Ipv4Address.isLoopback(address)) {
                    return true;
                }
            }
        }
        return false;
    }
}
