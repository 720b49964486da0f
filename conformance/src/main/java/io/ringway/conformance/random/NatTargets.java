package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import io.ringway.conformance.random.NatTopology.Host;
import java.util.List;

/** Targets of the table nat, with a space in front; ranges are narrow, so that they clash and fill up. */
final class NatTargets {
    private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp");

    private final Dice dice;
    private final NatTopology topology;

    NatTargets(Dice dice, NatTopology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    /** An address that clients may ask for. */
    int service(Box box) {
        int at = dice.below(100);
        if (at < 40) {
            return dice.pick(box.addresses());
        }
        if (at < 60) {
            return dice.pick(topology.virtual);
        }
        return dice.pick(topology.hosts).address();
    }

    /** For PREROUTING, OUTPUT and chains that are called from there. */
    String destination(Box box, String protocol) {
        boolean ports = WITH_PORTS.contains(protocol);
        if (dice.percent(18)) {
            topology.features.add("REDIRECT");
            return " -j REDIRECT" + (ports && dice.percent(60) ? " --to-ports " + portRange() : "") + random(20);
        }
        if (dice.percent(5)) {
            return dice.oneOf(" -j RETURN", " -j ACCEPT");
        }
        topology.features.add("DNAT");
        return " -j DNAT --to-destination " + server(box) + (ports && dice.percent(55) ? ":" + target() : "")
                + random(15) + (dice.percent(15) ? " --persistent" : "");
    }

    private String server(Box box) {
        int at = dice.below(100);
        if (at < 6) {
            return "127.0.0.1";
        }
        if (at < 14) {
            return NatTopology.text(dice.pick(box.addresses()));
        }
        Host host = dice.pick(topology.hosts);
        if (at < 35) {
            topology.features.add("DNAT to a range");
            int first = host.address() - dice.below(2);
            return NatTopology.text(first) + "-" + NatTopology.text(first + dice.between(1, 2));
        }
        return NatTopology.text(host.address());
    }

    private String target() {
        if (dice.percent(8)) {
            return "8000-8010/" + dice.pick(NatTalk.SERVICES);
        }
        return dice.percent(50) ? dice.pick(NatTalk.SERVICES).toString() : portRange();
    }

    String portRange() {
        int low = dice.oneOf(8000, 40_000, 1000, 510, 65_530, 80);
        int high = Math.min(65_535, low + dice.oneOf(1, 1, 2, 3, 5, 40, 400));
        return dice.percent(20) ? String.valueOf(low) : low + "-" + high;
    }

    private String random(int chance) {
        if (!dice.percent(chance)) {
            return "";
        }
        topology.features.add("--random");
        return " --random";
    }

    /** For POSTROUTING. */
    String source(Box box, String protocol) {
        if (dice.percent(45)) {
            return plainSource(box, protocol);
        }
        if (dice.percent(5)) {
            return dice.oneOf(" -j RETURN", " -j ACCEPT");
        }
        topology.features.add("MASQUERADE");
        boolean ports = WITH_PORTS.contains(protocol) && dice.percent(50);
        return " -j MASQUERADE" + (ports ? " --to-ports " + portRange() : "") + randomly();
    }

    /** Without MASQUERADE, for INPUT too. */
    String plainSource(Box box, String protocol) {
        topology.features.add("SNAT");
        boolean ports = WITH_PORTS.contains(protocol) && dice.percent(50);
        return " -j SNAT --to-source " + addresses(box) + (ports ? ":" + portRange() : "") + randomly()
                + (dice.percent(20) ? " --persistent" : "");
    }

    private String addresses(Box box) {
        if (box.more.size() > 1 && dice.percent(50)) {
            topology.features.add("SNAT to a range");
            return NatTopology.text(box.more.get(0)) + "-" + NatTopology.text(box.more.get(box.more.size() - 1));
        }
        return dice.percent(15)
                ? NatTopology.text(dice.pick(topology.virtual))
                : NatTopology.text(dice.pick(box.addresses()));
    }

    private String randomly() {
        if (!dice.percent(25)) {
            return "";
        }
        topology.features.add("--random");
        return dice.oneOf(" --random", " --random-fully");
    }
}
