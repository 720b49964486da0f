package io.ringway.conformance.random;

import java.util.List;

/** From a seed to a case; the same seed makes the same case until {@link #VERSION} changes. */
final class Generator {
    /** Stands in the log: a seed of another version means another case. */
    static final int VERSION = 3;

    private Generator() {}

    static RandomCase make(long seed) {
        Dice dice = new Dice(seed);
        Topology topology = new LabGenerator(dice.split()).generate();
        TrafficGenerator traffic = new TrafficGenerator(dice.split(), topology);
        List<SentFrame> frames = traffic.generate();
        boolean alive = topology.bridgePorts.size() < 2 || dice.percent(80);
        if (!alive) {
            topology.features.add("mute senders");
        }
        return new RandomCase(topology.lab, frames, traffic.changes(), alive, topology.features);
    }
}
