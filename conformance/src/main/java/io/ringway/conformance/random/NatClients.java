package io.ringway.conformance.random;

import io.ringway.conformance.random.NatEnd.Speaker;
import io.ringway.conformance.random.NatTopology.Host;
import java.util.List;

/** Who speaks first, and to whom: mostly so that a box has to translate it. */
final class NatClients {
    private static final List<Integer> PORTS =
            List.of(40_000, 40_001, 40_002, 1000, 1001, 600, 511, 510, 30_000, 30_001, 80, 65_530);

    private final Dice dice;
    private final NatTopology topology;
    private final List<Speaker> speakers;

    NatClients(Dice dice, NatTopology topology, List<Speaker> speakers) {
        this.dice = dice;
        this.topology = topology;
        this.speakers = speakers;
    }

    NatEnd next() {
        int at = dice.below(100);
        NatEnd end = at < 35 ? toPublished() : at < 65 ? toOutside() : null;
        return end == null ? toAnywhere() : end;
    }

    /** From outside of a box to what it publishes. */
    private NatEnd toPublished() {
        if (topology.published.isEmpty()) {
            return null;
        }
        NatTopology.Published wanted = dice.pick(topology.published);
        boolean hairpin = dice.percent(10);
        List<Speaker> from = speakers.stream()
                .filter(one -> one.host() != null && wanted.box().isInside(one.host()) == hairpin)
                .toList();
        NatTopology.Service service = wanted.service();
        return from.isEmpty() ? null : client(dice.pick(from), service.protocol(), service.address(), service.port());
    }

    /** From inside of a box that hides them to a server that is fed. */
    private NatEnd toOutside() {
        List<Speaker> from = speakers.stream()
                .filter(one -> one.host() != null)
                .filter(one -> topology.boxes.stream().anyMatch(box -> box.hides && box.isInside(one.host())))
                .toList();
        if (from.isEmpty()) {
            return null;
        }
        Speaker one = dice.pick(from);
        List<Host> to = topology.fed().stream()
                .filter(host -> NatTopology.isNear(host.address(), topology.boxes.get(0).outside))
                .toList();
        int address = dice.pick(to).address();
        if (!topology.helped.isEmpty() && dice.percent(30)) {
            NatTopology.Service service = dice.pick(topology.helped);
            return client(one, service.protocol(), address, service.port());
        }
        return client(one, protocol(), address, dice.pick(NatTalk.SERVICES));
    }

    private int protocol() {
        return dice.oneOf(6, 6, 6, 6, 6, 17, 17, 17, 1, 1, Heard.SCTP, Heard.UDPLITE, 47);
    }

    private NatEnd client(Speaker from, int protocol, int to, int service) {
        boolean ports = protocol != 1 && protocol != 47;
        int port = ports || protocol == 1 ? dice.pick(PORTS) : 0;
        return new NatEnd(from, protocol, port, to, ports ? service : 0, true, dice);
    }

    private NatEnd toAnywhere() {
        Speaker from = dice.pick(speakers);
        int protocol = protocol();
        int to = destination(from);
        int service = dice.percent(85) ? dice.pick(NatTalk.SERVICES) : dice.oneOf(81, 1, 600, 40_000);
        if (dice.percent(70)) {
            NatTopology.Service wanted = dice.pick(topology.services);
            protocol = wanted.protocol();
            to = wanted.address() == from.address() ? to : wanted.address();
            service = wanted.port();
        }
        return client(from, protocol, to, service);
    }

    private int destination(Speaker from) {
        int at = dice.below(100);
        if (at < 45) {
            return dice.pick(dice.pick(topology.boxes).addresses());
        }
        if (at < 62) {
            return dice.pick(topology.virtual);
        }
        int host = dice.pick(topology.hosts).address();
        return host == from.address() ? topology.virtual.get(0) : host;
    }
}
