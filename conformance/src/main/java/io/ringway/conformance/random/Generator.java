package io.ringway.conformance.random;

import java.util.List;

/** From a seed to a case; the same seed makes the same case until the version changes. */
enum Generator {
    /** What the forwarding plane is judged by. */
    FORWARDING("random", 3),
    /** The same labs and traffic with rule sets in them. */
    RULES("random-rules", 2),
    /** Labs that translate, and connections through them. */
    NAT("random-nat", 2);

    private static final long RULES_STREAM = 0x7275_6c65L;

    private final String documents;
    private final int version;

    Generator(String documents, int version) {
        this.documents = documents;
        this.version = version;
    }

    /** How the names of its log and its coverage begin. */
    String documents() {
        return documents;
    }

    /** Stands in the log: a seed of another version means another case. */
    int version() {
        return version;
    }

    RandomCase make(long seed) {
        if (this == NAT) {
            return NatCase.make(seed);
        }
        Dice dice = new Dice(seed);
        Topology topology = new LabGenerator(dice.split()).generate();
        if (this == RULES) {
            topology.lab.replaceAll(Generator::withOneSourcePort);
            new LabRules(new Dice(seed ^ RULES_STREAM).split(), topology).add();
        }
        TrafficGenerator traffic = new TrafficGenerator(dice.split(), topology);
        List<SentFrame> frames = traffic.generate();
        boolean alive = topology.bridgePorts.size() < 2 || dice.percent(80);
        if (!alive) {
            topology.features.add("mute senders");
        }
        return new RandomCase(topology.lab, frames, traffic.changes(), alive, topology.features);
    }

    /** Tunnels' packets become connections, and rules ask for their ports: the kernel would hash them at random. */
    private static String withOneSourcePort(String line) {
        return line.contains(" type vxlan ") && !line.contains(" srcport ") ? line + " srcport 5000 5001" : line;
    }
}
