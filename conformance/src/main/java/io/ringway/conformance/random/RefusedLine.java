package io.ringway.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a case that both sides refuse, a route by a gateway that cannot be, or an entry that is gone by then: without
 * it the case is as good as any other. A line of the lab becomes one that does nothing, so that all others keep their places.
 */
final class RefusedLine {
    /** How many a case may have. */
    static final int MOST = 8;

    static final String CHANGE = "change ";

    private static final String NOTHING = "true";
    private static final Pattern PLACE =
            Pattern.compile(Outcome.VOID + ": (?:\\S*/lab\\.sh:(\\d+)|" + CHANGE + "(\\d+)):.*", Pattern.DOTALL);

    /** The lab's file begins with the line that names its interpreter. */
    private static final int BEFORE_LAB = 2;

    private RefusedLine() {}

    /** The case without the line that the outcome tells of; null when it tells of none. */
    static RandomCase leftOut(RandomCase from, Outcome outcome) {
        Matcher place = PLACE.matcher(outcome.kind());
        if (!place.matches()) {
            return null;
        }
        if (place.group(1) != null) {
            List<String> lab = new ArrayList<>(from.lab());
            lab.set(Integer.parseInt(place.group(1)) - BEFORE_LAB, NOTHING);
            return from.withLab(lab);
        }
        List<RandomCase.Change> changes = new ArrayList<>(from.changes());
        changes.remove(Integer.parseInt(place.group(2)));
        return from.withChanges(changes);
    }
}
