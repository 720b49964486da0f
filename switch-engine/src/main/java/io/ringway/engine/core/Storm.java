package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ends an instant that never comes to rest: watches who passes frames to whom during the last steps of its budget, drops
 * what is left, and names the cycle. Costs a comparison a step until then.
 */
final class Storm {
    private static final int WATCHED_STEPS = 4096;

    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::namespace).thenComparing(Place::place);

    private final Accounts accounts;
    private final int stepBudget;
    private final TreeMap<Place, TreeSet<Place>> passedTo = new TreeMap<>(BY_NAME);
    private Trace trace;
    private int steps;
    private boolean watching;
    private Place at;
    private String cycle;

    Storm(Accounts accounts, int stepBudget) {
        this.accounts = accounts;
        this.stepBudget = stepBudget;
    }

    void setTrace(Trace trace) {
        this.trace = trace;
    }

    /** A new instant begins. */
    void calm() {
        steps = 0;
        if (watching) {
            watching = false;
            passedTo.clear();
            cycle = null;
        }
    }

    /** That many frames are taken at that place; false when the budget is spent. */
    boolean allows(int frames, Place place) {
        steps += frames;
        if (steps > stepBudget - WATCHED_STEPS) {
            watching = true;
            at = place;
        }
        return steps <= stepBudget;
    }

    /** A frame waits at that place, sent from where the last step was. */
    void passed(Place to) {
        if (watching && at != null && to != null && cycle == null) {
            passedTo.computeIfAbsent(at, any -> new TreeSet<>(BY_NAME)).add(to);
        }
    }

    /** Drops a frame that the budget did not reach. */
    void end(Frame frame, Place place) {
        if (cycle == null) {
            cycle = new CycleSearch<>(passedTo).shortest(Storm::print);
            accounts.storm(cycle);
        }
        if (trace != null && place != null) {
            trace.storm(frame, place.namespace(), place.place(), cycle);
        }
        accounts.drop(frame, DropReason.STORM);
    }

    /** {@code br0:va -> br1:vb -> br0:va}, with the namespaces where there are several. */
    private static String print(java.util.List<Place> places) {
        boolean several = places.stream().map(Place::namespace).distinct().count() > 1;
        StringBuilder text = new StringBuilder();
        for (Place place : places) {
            text.append(text.isEmpty() ? "" : " -> ");
            text.append(several ? place.namespace() + "/" : "").append(place.place());
        }
        return text.toString();
    }
}
