package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** From a seed to a lab that translates, when it changes, and who talks in it. */
final class NatCase {
    private static final long MS = 1_000_000;

    private final Dice dice;
    private final NatTopology topology;
    private final List<Long> times = new ArrayList<>();
    private final List<RandomCase.Change> changes = new ArrayList<>();
    private final Set<String> talkingBoxes = new TreeSet<>();

    private NatCase(long seed) {
        dice = new Dice(seed ^ 0x6e61_7400L);
        topology = new NatLab(dice.split()).generate();
        new NatRules(dice.split(), topology).add();
    }

    static RandomCase make(long seed) {
        return new NatCase(seed).make();
    }

    private RandomCase make() {
        for (Box box : topology.boxes) {
            if (dice.percent(25)) {
                topology.features.add("a box that talks");
                talkingBoxes.add(box.name);
            }
        }
        plan();
        Dice talk = dice.split();
        long stream = talk.bits();
        return RandomCase.ofTalk(
                topology.lab,
                changes,
                topology.features,
                () -> new NatTalk(new Dice(stream), topology, talkingBoxes, times));
    }

    /** When frames go, and when something changes. */
    private void plan() {
        int frames = dice.between(90, 140);
        // Long enough for a connection to time out where that was set; else a pause shows little.
        boolean timesOut = topology.lab.stream().anyMatch(line -> line.contains("timeout"));
        int pauses = timesOut ? dice.oneOf(0, 0, 1, 1, 2) : dice.oneOf(0, 0, 0, 1);
        List<Integer> pausesAt = new ArrayList<>();
        for (int i = 0; i < pauses; i++) {
            pausesAt.add(dice.between(20, frames - 10));
        }
        if (pauses > 0) {
            topology.features.add("pauses");
        }
        int nextChange = dice.percent(45) ? dice.between(20, frames - 20) : Integer.MAX_VALUE;
        List<NatChanges.Step> steps = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < frames; i++) {
            if (i >= nextChange) {
                if (steps.isEmpty()) {
                    steps.addAll(new NatChanges(dice, topology).draw());
                }
                NatChanges.Step step = steps.remove(0);
                topology.features.add(step.feature());
                changes.add(new RandomCase.Change(now, step.command()));
                now += step.settlesNs() + 1000;
                boolean last = steps.isEmpty() && dice.percent(70);
                nextChange = last ? Integer.MAX_VALUE : i + dice.between(3, 15);
            }
            times.add(now);
            now += 1000 + (pausesAt.contains(i) ? pauseMs(timesOut) * MS : 0);
        }
    }

    private int pauseMs(boolean timesOut) {
        return timesOut ? dice.oneOf(400, 2300, 2300, 3300) : dice.between(100, 600);
    }
}
