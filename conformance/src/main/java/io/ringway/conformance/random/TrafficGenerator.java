package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes a lab's traffic: mostly between its hosts, so that it really crosses devices; some of it odd or broken. */
final class TrafficGenerator {
    private static final long MS = 1_000_000;
    private static final long STRANGER_MAC = 0x0200_0000_ee00L;
    private static final int LEAST_FRAMES = 90;
    private static final int MOST_FRAMES = 130;

    /** So many times more where many a frame crosses two devices only by its answer. */
    private static final int MORE = 2;

    private final Dice dice;
    private final Topology topology;
    private final List<SentFrame> frames = new ArrayList<>();
    private final List<FrameKind> kinds;
    private final boolean slow;
    private final List<RandomCase.Change> changes = new ArrayList<>();
    private final LabChanges labChanges;
    private final Deque<LabChanges.Step> steps = new ArrayDeque<>();
    private int nextChange;
    private long nowNs;
    private int lastId = 0x1000;

    TrafficGenerator(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
        kinds = FrameKind.all();
        labChanges = new LabChanges(dice.split(), topology);
        nextChange = dice.percent(55) ? dice.between(10, 60) : Integer.MAX_VALUE;
        slow = dice.percent(10);
        if (slow) {
            topology.features.add(RandomCase.LONG_GAPS);
        }
    }

    List<SentFrame> generate() {
        int wanted = dice.between(LEAST_FRAMES, MOST_FRAMES) * (topology.bridgePorts.size() > 1 ? 1 : MORE);
        int total = kinds.stream().mapToInt(FrameKind::weight).sum();
        while (frames.size() < wanted) {
            if (frames.size() >= nextChange) {
                change();
            }
            int at = dice.below(total);
            for (FrameKind kind : kinds) {
                at -= kind.weight();
                if (at < 0) {
                    kind.maker().make(new Sender(kind.name()));
                    break;
                }
            }
        }
        return frames;
    }

    List<RandomCase.Change> changes() {
        return changes;
    }

    /** One step; the next one comes a few frames later. */
    private void change() {
        boolean begun = !steps.isEmpty();
        if (!begun) {
            steps.addAll(labChanges.draw());
        }
        LabChanges.Step step = steps.remove();
        topology.features.add(step.feature());
        changes.add(new RandomCase.Change(nowNs, step.command()));
        nowNs += step.settlesNs() + 1000;
        boolean last = steps.isEmpty() && (begun || dice.percent(60));
        nextChange = last ? Integer.MAX_VALUE : frames.size() + dice.between(4, 20);
    }

    /** Where a frame goes. */
    record Target(int address, long mac, String kind) {}

    /** One or more frames of one kind, from one port. */
    final class Sender {
        final Dice dice = TrafficGenerator.this.dice;
        final Port from = dice.pick(topology.everybodysPorts());
        private final List<String> kinds = new ArrayList<>();
        private String where = from.where();

        Sender(String kind) {
            kinds.add(kind);
        }

        void also(String kind) {
            kinds.add(kind);
        }

        Topology topology() {
            return topology;
        }

        /** A macvlan takes one group in 256 that it did not join, by a hash keyed at random: none is tried. */
        boolean groupsAreHashed() {
            return topology.features.contains("macvlan");
        }

        /** An address and the MAC of the next hop to it. */
        Target target() {
            int at = dice.below(100);
            if (at < 80) {
                return ofLab();
            }
            Target target;
            if (at < 84) {
                target = new Target(
                        (from.address() & 0xffffff00) | dice.between(250, 254), gateway(), "to a silent address");
                if (!slow && !dice.percent(10)) {
                    return ofLab();
                }
            } else if (at < 88) {
                target = new Target(dice.oneOf(0x0b000001, 0xc0a80101, 0x08080808), gateway(), "to an address outside");
            } else if (at < 92) {
                int broadcast = dice.oneOf(-1, from.address() | 0xff, from.address() & 0xffffff00);
                target = new Target(broadcast, dice.percent(80) ? Ethernet.BROADCAST : gateway(), "broadcast");
            } else if (at < 95) {
                int group = groupsAreHashed() ? 0xe0000001 : dice.oneOf(0xe0000001, 0xe00000fb, 0xef010203);
                target = new Target(group, 0x0100_5e00_0000L | (group & 0x7fffff), "multicast");
            } else {
                int odd = dice.oneOf(0x7f000001, 0, 0xf0000001, from.address(), 0x00000005, 0x0a090001);
                target = new Target(odd, gateway(), "to an odd address");
            }
            kinds.add(target.kind());
            return target;
        }

        private Target ofLab() {
            Node mine = topology.nodeOf(from);
            Node other = dice.pick(topology.everybody());
            while (other == mine) {
                other = dice.pick(topology.everybody());
            }
            Port wanted = dice.pick(other.ports);
            Port next = topology.nextHop(from, other);
            if (next == null) {
                return new Target(wanted.address(), gateway(), "");
            }
            return new Target(wanted.address(), from.isNear(wanted.address()) ? wanted.mac() : next.mac(), "");
        }

        /** The MAC of somebody on this segment, of a router if there is one. */
        private long gateway() {
            long mac = STRANGER_MAC;
            for (Node member : topology.segments.get(from.segment()).members) {
                Port port = member.on(from.segment());
                if (port != from && (mac == STRANGER_MAC || member.forwards)) {
                    mac = port.mac();
                }
            }
            return mac;
        }

        IpPacket packet(Target target) {
            IpPacket packet = new IpPacket();
            packet.id = ++lastId;
            packet.source = from.address();
            packet.destination = target.address();
            packet.ttl = dice.percent(85) ? 64 : dice.oneOf(0, 1, 2, 3, 255);
            if (packet.ttl < 4) {
                kinds.add("TTL " + packet.ttl);
            }
            if (dice.percent(20)) {
                packet.fragment = IpPacket.DF;
            }
            packet.tos = dice.percent(80) ? 0 : dice.oneOf(4, 8, 16, 0xb8, 1, 3, 255);
            return packet;
        }

        byte[] data(int most) {
            byte[] data = new byte[dice.below(most + 1)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) dice.bits();
            }
            return data;
        }

        int port() {
            return dice.percent(80) ? 1024 + dice.below(60000) : dice.oneOf(0, 1, 7, 53, 80, 443, 65535);
        }

        /** Sends an IPv4 packet, sometimes with something wrong around it. */
        void send(Target target, IpPacket packet) {
            long source = from.mac();
            long destination = target.mac();
            if (dice.percent(3)) {
                kinds.add("wrong source MAC");
                source = dice.oneOf(
                        STRANGER_MAC,
                        0L,
                        Ethernet.BROADCAST,
                        0x0100_5e00_0001L,
                        target.mac(),
                        dice.pick(topology.ports()).mac());
            }
            if (dice.percent(3)) {
                kinds.add("wrong destination MAC");
                destination = dice.oneOf(
                        STRANGER_MAC + 9,
                        0L,
                        Ethernet.BROADCAST,
                        0x0100_5e00_0001L,
                        from.mac(),
                        dice.pick(topology.ports()).mac());
            }
            byte[] bytes = packet.bytes();
            if (!from.isOutside() && dice.percent(6)) {
                where = from.namespace() + ":" + SentFrame.STACK;
                kinds.add("sent by the stack");
            }
            frame(Ethernet.frame(destination, source, Ethernet.IPV4, bytes));
        }

        /** A tunnel's end on this segment, if there is one. */
        Target tunnelEnd() {
            for (Port end : topology.tunnelEnds) {
                if (end.segment() == from.segment() && end != from) {
                    return new Target(end.address(), end.mac(), "");
                }
            }
            return target();
        }

        int vni() {
            return topology.vni;
        }

        int vxlanPort() {
            return topology.vxlanPort;
        }

        /** Sends bytes as they are, sometimes from within the segment. */
        void frame(byte[] bytes) {
            List<String> inner = topology.segments.get(from.segment()).inner;
            if (!inner.isEmpty() && !where.endsWith(SentFrame.STACK) && dice.percent(4)) {
                where = dice.pick(inner);
                kinds.add("sent by a bridge or its port");
            }
            frames.add(new SentFrame(nowNs, where, bytes, List.copyOf(kinds)));
            nowNs += gap() + 1000;
        }

        private long gap() {
            if (slow && dice.percent(12)) {
                return dice.between(300, 2500) * MS;
            }
            return dice.percent(97) ? 0 : dice.between(5, 120) * MS;
        }
    }
}
