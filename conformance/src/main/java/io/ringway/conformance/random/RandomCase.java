package io.ringway.conformance.random;

import io.ringway.replay.request.InterfaceName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * All that a run needs, made from a seed and made smaller by the {@link Shrinker}.
 *
 * @param lab one command a line
 * @param changes one command a line, each with its time
 * @param alive whether namespaces that are fed answer too
 * @param features what the lab has
 * @param talk makes the frames while it runs, anew each time; null where they are known
 */
record RandomCase(
        List<String> lab,
        List<SentFrame> frames,
        List<Change> changes,
        boolean alive,
        Set<String> features,
        Supplier<NatTalk> talk) {
    static final String LONG_GAPS = "long gaps";
    static final String SHORT_REASSEMBLY = "ipfrag_time";

    /** A lab command in the midst of the traffic. */
    record Change(long timeNs, String command) {}

    RandomCase(List<String> lab, List<SentFrame> frames, List<Change> changes, boolean alive, Set<String> features) {
        this(lab, frames, changes, alive, features, null);
    }

    /** One whose frames answer each other; only who speaks is fed. */
    static RandomCase ofTalk(List<String> lab, List<Change> changes, Set<String> features, Supplier<NatTalk> talk) {
        return new RandomCase(List.copyOf(lab), List.of(), List.copyOf(changes), false, features, talk);
    }

    /** What was said, to be said again word by word. */
    RandomCase withFrames(List<SentFrame> fewer) {
        return new RandomCase(lab, List.copyOf(fewer), changes, alive, features);
    }

    RandomCase withChanges(List<Change> fewer) {
        return new RandomCase(lab, frames, List.copyOf(fewer), alive, features, talk);
    }

    RandomCase withLab(List<String> fewer) {
        return new RandomCase(List.copyOf(fewer), frames, changes, alive, features, talk);
    }

    /**
     * A first neighbour that does not answer is given up after 3 s; only a slow case waits for that after its last frame,
     * and one that gives fragments up sooner than the kernel's 30 s.
     */
    long lingerNs() {
        return features.contains(LONG_GAPS) || features.contains(SHORT_REASSEMBLY) ? 4_000_000_000L : 0;
    }

    /** What the lab has and what the traffic tries. */
    Set<String> tried() {
        Set<String> all = new TreeSet<>(features);
        frames.forEach(frame -> all.addAll(frame.kinds()));
        all.remove("");
        return all;
    }

    /** Where frames are sent. */
    Set<String> inlets() {
        Set<String> all = new TreeSet<>();
        frames.forEach(frame -> all.add(frame.where()));
        if (talk != null) {
            talk.get().senders().stream().map(InterfaceName::toString).forEach(all::add);
        }
        return all;
    }
}
