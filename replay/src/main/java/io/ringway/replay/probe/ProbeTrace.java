package io.ringway.replay.probe;

import io.ringway.engine.Network;
import io.ringway.engine.core.Trace;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.report.DropAdvice;

/**
 * Sorts the steps of one injected packet into its own and those of the packet that answers it. ARP is left out, since
 * what waits for it says so itself; but where its requests got to is kept for a neighbour that does not answer.
 */
final class ProbeTrace implements Trace {
    /** What an interface that goes outside says of a frame that it sends. */
    private static final String LEAVES = "left the model";

    /** What a routing decision says of a packet for somebody else. */
    private static final String FORWARDED = "forward by ";

    private final PacketPath request = new PacketPath();
    private final PacketPath reply = new PacketPath();
    private final ArpPath questions = new ArpPath();
    private final OutsideSegment outside;
    private final Network network;
    private final RecordedSockets sockets;
    private String replyKind = "";
    private Routed lastRoute;
    private long id;

    /** Where a namespace's route took the packet. */
    record Routed(String namespace, String device, int destination) {}

    ProbeTrace(OutsideSegment outside, Network network, RecordedSockets sockets) {
        this.outside = outside;
        this.network = network;
        this.sockets = sockets;
    }

    /** Of the packet that was sent; null where it met none. */
    Routed lastRoute() {
        return lastRoute;
    }

    PacketPath request() {
        return request;
    }

    PacketPath reply() {
        return reply;
    }

    ArpPath questions() {
        return questions;
    }

    /** "" when there was none. */
    String replyKind() {
        return replyKind;
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        PacketPath path = of(frame);
        boolean leaves = what.equals(LEAVES);
        if (path == null) {
            questions.hop(frame, namespace, where);
            if (leaves) {
                outside.left(frame, namespace, where);
            }
            return;
        }
        path.step(namespace, where, what, null);
        if (where.equals("route")) {
            path.routed(frame, namespace, tuple(frame));
        }
        if (path == request && where.equals("route") && what.startsWith(FORWARDED)) {
            String device = what.substring(FORWARDED.length()).split(" ", 2)[0];
            lastRoute = new Routed(namespace, device, Ipv4Header.destination(frame, frame.networkOffset()));
        }
        if (leaves && !path.hasArrived()) {
            path.delivered(OutsideSegment.NAME, tuple(frame));
        }
        if (where.equals("local") && what.startsWith("delivered")) {
            path.delivered(namespace, tuple(frame));
        }
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        PacketPath path = of(frame);
        if (path != null) {
            ProbeReport.Rule rule = new ProbeReport.Rule(namespace, table, chain, number, text, verdict);
            path.step(namespace, table + "/" + chain, verdict, rule);
        }
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        PacketPath path = of(frame);
        if (path != null) {
            path.step(namespace, where, change(before.split(" -> ", 2), after.split(" -> ", 2)), null);
        }
    }

    private static String change(String[] before, String[] after) {
        String source = "source " + before[0] + " becomes " + after[0];
        String destination = "destination " + before[1] + " becomes " + after[1];
        if (before[0].equals(after[0])) {
            return destination;
        }
        return before[1].equals(after[1]) ? source : source + ", " + destination;
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        PacketPath path = of(frame);
        if (path == null) {
            questions.dropped(frame, namespace, where, reason);
            return;
        }
        if (reason == DropReason.NO_SOCKET || reason == DropReason.IP_NOPROTO) {
            HostRecord.Listener listener = sockets.find(namespace, tuple(frame));
            path.step(
                    namespace,
                    "local",
                    "delivered: " + (listener == null ? reason.meaning() : listener.who() + " listened there"),
                    null);
            path.delivered(namespace, tuple(frame));
        } else {
            boolean flooded = reason == DropReason.OTHERHOST;
            path.step(
                    namespace,
                    where,
                    (flooded ? "not for it: " : "dropped: ") + reason.kernelName() + " (" + reason.meaning() + ")",
                    null);
            path.dropped(namespace, where, reason, help(path, frame, namespace, where, reason));
        }
    }

    private String help(PacketPath path, Frame frame, String namespace, String where, DropReason reason) {
        ProbeReport.Rule rule = reason == DropReason.NETFILTER_DROP ? path.rule() : null;
        RuleName name = rule == null ? null : new RuleName(rule.table(), rule.chain(), rule.number(), rule.text());
        return DropAdvice.help(frame, namespace, where, reason, name, network);
    }

    /** Null for what belongs to neither packet. */
    private PacketPath of(Frame frame) {
        boolean ipv4 = frame.length() >= frame.networkOffset() + Ipv4Header.MIN_LENGTH
                && frame.u8(frame.networkOffset()) >>> 4 == 4;
        if (id == 0 && !frame.history().originated()) {
            id = frame.history().id();
        }
        if (frame.history().id() != id || !ipv4) {
            return null;
        }
        if (!frame.history().originated()) {
            return request;
        }
        String kind = kind(frame);
        if (kind.isEmpty()) {
            return null;
        }
        replyKind = kind;
        return reply;
    }

    /** "" for a redirect, which is no answer. */
    private static String kind(Frame frame) {
        int at = frame.networkOffset();
        int transport = at + Ipv4Header.headerLength(frame, at);
        int protocol = Ipv4Header.protocol(frame, at);
        if (protocol == Ipv4Header.PROTOCOL_TCP) {
            int flags = TcpHeader.flags(frame, transport);
            return (flags & TcpHeader.RST) != 0 ? "RST" : (flags & TcpHeader.SYN) != 0 ? "SYN-ACK" : "TCP";
        }
        if (protocol != Ipv4Header.PROTOCOL_ICMP) {
            return "UDP";
        }
        int code = IcmpHeader.code(frame, transport);
        return switch (IcmpHeader.type(frame, transport)) {
            case IcmpHeader.ECHO_REPLY -> "echo reply";
            case IcmpHeader.REDIRECT -> "";
            case IcmpHeader.TIME_EXCEEDED -> "ICMP time exceeded";
            case IcmpHeader.DESTINATION_UNREACHABLE -> "ICMP " + unreachable(code);
            default -> "ICMP type " + IcmpHeader.type(frame, transport) + " code " + code;
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "net unreachable";
            case 1 -> "host unreachable";
            case 2 -> "protocol unreachable";
            case 3 -> "port unreachable";
            case 4 -> "fragmentation needed";
            case 9 -> "net prohibited";
            case 10 -> "host prohibited";
            case 13 -> "administratively prohibited";
            default -> "unreachable, code " + code;
        };
    }

    static ProbeReport.Tuple tuple(Frame frame) {
        int at = frame.networkOffset();
        int transport = at + Ipv4Header.headerLength(frame, at);
        int protocol = Ipv4Header.protocol(frame, at);
        boolean ports = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        return new ProbeReport.Tuple(
                protocol == Ipv4Header.PROTOCOL_TCP ? "tcp" : ports ? "udp" : "icmp",
                Ipv4Address.format(Ipv4Header.source(frame, at)),
                ports ? frame.u16(transport) : 0,
                Ipv4Address.format(Ipv4Header.destination(frame, at)),
                ports ? frame.u16(transport + 2) : 0);
    }
}
