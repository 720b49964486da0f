package io.ringway.conformance.random;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a run needs, made from a seed and made smaller by the {@link Shrinker}.
 *
 * @param lab one command a line
 * @param changes one command a line, each with its time
 * @param alive whether namespaces that are fed answer too
 * @param features what the lab has
 */
record RandomCase(List<String> lab, List<SentFrame> frames, List<Change> changes, boolean alive, Set<String> features) {
    static final String LONG_GAPS = "long gaps";

    /** A lab command in the midst of the traffic. */
    record Change(long timeNs, String command) {}

    RandomCase withFrames(List<SentFrame> fewer) {
        return new RandomCase(lab, List.copyOf(fewer), changes, alive, features);
    }

    RandomCase withChanges(List<Change> fewer) {
        return new RandomCase(lab, frames, List.copyOf(fewer), alive, features);
    }

    RandomCase withLab(List<String> fewer) {
        return new RandomCase(List.copyOf(fewer), frames, changes, alive, features);
    }

    /** A first neighbour that does not answer is given up after 3 s; only a slow case waits for that after its last frame. */
    long lingerNs() {
        return features.contains(LONG_GAPS) ? 4_000_000_000L : 0;
    }

    /** Where frames are sent. */
    Set<String> inlets() {
        Set<String> all = new TreeSet<>();
        frames.forEach(frame -> all.add(frame.where()));
        return all;
    }
}
