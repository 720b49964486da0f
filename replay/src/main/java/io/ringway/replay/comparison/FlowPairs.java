package io.ringway.replay.comparison;

import java.util.Arrays;

/**
 * Every pair of ends that sent anything in either of two models, by number: those of the first model in its order, then
 * those that only the second has.
 */
final class FlowPairs {
    private static final int NONE = OutcomeTable.NONE;

    private final OutcomeTable a;
    private final OutcomeTable b;

    /** Where a pair is in {@link #b}, by its number; and the other way round. */
    private final int[] inB;

    private final int[] ofB;
    private final int size;

    FlowPairs(OutcomeTable a, OutcomeTable b) {
        this.a = a;
        this.b = b;
        int[] numbers = new int[a.size() + b.size()];
        Arrays.fill(numbers, NONE);
        ofB = new int[b.size()];
        int all = a.size();
        for (int i = 0; i < ofB.length; i++) {
            int known = a.find(b.ends(i));
            ofB[i] = known == NONE ? all++ : known;
            numbers[ofB[i]] = i;
        }
        inB = numbers;
        size = all;
    }

    int size() {
        return size;
    }

    Ends ends(int number) {
        return number < a.size() ? a.ends(number) : b.ends(inB[number]);
    }

    /** Null for a pair that sent nothing in the first model. */
    FlowOutcome inA(int number) {
        return number < a.size() ? new FlowOutcome(a, number) : null;
    }

    /** Null for a pair that sent nothing in the second model. */
    FlowOutcome inB(int number) {
        return inB[number] == NONE ? null : new FlowOutcome(b, inB[number]);
    }

    /** Together is what two ends sent each other, with what either model translates into one another. */
    FlowGroups conversations() {
        FlowGroups groups = new FlowGroups(size);
        for (int i = 0; i < size; i++) {
            join(groups, i, ends(i).turned());
            joinArrival(groups, i, inA(i));
            joinArrival(groups, i, inB(i));
        }
        groups.close();
        return groups;
    }

    private void joinArrival(FlowGroups groups, int number, FlowOutcome flow) {
        FlowOutcome.End arrival = flow == null ? null : flow.firstArrival();
        if (arrival != null && ends(number).protocol() != Ends.NO_IPV4) {
            join(groups, number, arrival.ends());
            join(groups, number, arrival.ends().turned());
        }
    }

    private void join(FlowGroups groups, int number, Ends with) {
        int other = find(with);
        if (other != NONE) {
            groups.join(number, other);
        }
    }

    private int find(Ends ends) {
        int known = a.find(ends);
        if (known != NONE) {
            return known;
        }
        int ofOther = b.find(ends);
        return ofOther == NONE ? NONE : ofB[ofOther];
    }
}
