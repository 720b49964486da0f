package io.ringway.replay.comparison;

import io.ringway.replay.comparison.ModelComparison.Difference;
import io.ringway.replay.comparison.ModelComparison.Side;
import io.ringway.replay.conversation.Verdict;
import java.util.function.IntFunction;

/** One conversation in two models: all of its pairs of ends, from the one that sent first. */
final class ConversationPair {
    private static final int NONE = FlowGroups.NONE;

    private final FlowPairs pairs;
    private final FlowGroups groups;
    private final int first;

    ConversationPair(FlowPairs pairs, FlowGroups groups, int first) {
        this.pairs = pairs;
        this.groups = groups;
        this.first = first;
    }

    boolean differs() {
        Verdict before = verdict(pairs::inA);
        return before != verdict(pairs::inB) || (before != Verdict.NEVER_STARTED && differing() != NONE);
    }

    Difference difference() {
        int differing = differing();
        int shown = differing == NONE ? first : differing;
        Ends ends = pairs.ends(first);
        return new Difference(
                ends.protocolName(),
                ends.from(),
                ends.to(),
                side(pairs::inA, verdict(pairs::inA), shown),
                side(pairs::inB, verdict(pairs::inB), shown));
    }

    /** The first of its ends whose packets fare otherwise. */
    private int differing() {
        for (int i = first; i != NONE; i = groups.next(i)) {
            FlowOutcome one = pairs.inA(i);
            FlowOutcome other = pairs.inB(i);
            if (one == null || other == null || one.arrived() != other.arrived()) {
                return i;
            }
            if (one.arrived() > 0 && !one.firstArrival().isLike(other.firstArrival())) {
                return i;
            }
        }
        return NONE;
    }

    private Verdict verdict(IntFunction<FlowOutcome> model) {
        FlowOutcome start = model.apply(first);
        if (start == null || start.lostPacket() == 1) {
            return Verdict.NEVER_STARTED;
        }
        for (int i = first; i != NONE; i = groups.next(i)) {
            FlowOutcome flow = model.apply(i);
            if (flow != null && flow.firstLoss() != null) {
                return Verdict.CUT;
            }
        }
        return Verdict.COMPLETE;
    }

    private Side side(IntFunction<FlowOutcome> model, Verdict verdict, int shown) {
        int packets = 0;
        int arrived = 0;
        FlowOutcome lost = null;
        for (int i = first; i != NONE; i = groups.next(i)) {
            FlowOutcome flow = model.apply(i);
            if (flow != null) {
                packets += flow.packets();
                arrived += flow.arrived();
                if (flow.firstLoss() != null && (lost == null || flow.lostOrder() < lost.lostOrder())) {
                    lost = flow;
                }
            }
        }
        FlowOutcome seen = model.apply(shown);
        FlowOutcome.End arrival = seen == null ? null : seen.firstArrival();
        FlowOutcome.End end = lost != null ? lost.firstLoss() : arrival;
        String place = end == null ? "" : (end.namespace() + " " + end.where()).trim();
        return new Side(
                verdict,
                packets,
                arrived,
                lost == null ? 0 : lost.lostPacket(),
                lost == null ? "" : lost.ends().from(),
                place,
                end == null ? "" : end.reason(),
                end == null ? null : end.rule(),
                end == null ? null : end.translator(),
                arrival == null ? "" : arrival.ends().toString());
    }
}
