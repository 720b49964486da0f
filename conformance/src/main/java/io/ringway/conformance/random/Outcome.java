package io.ringway.conformance.random;

import java.util.List;
import java.util.Map;

/**
 * What a run of a case came to.
 *
 * @param kind of the first difference, the same for the same cause; {@link #EQUAL} if there was none
 * @param details for people
 * @param frames that were compared
 * @param items of state that were compared
 * @param injected that were sent
 * @param crossed how many of them crossed two devices
 * @param translated how many of them did so with another address or port; {@link #NOT_COUNTED} where that is not the subject
 * @param cause the injected frame after which the first difference showed, 0 for none
 * @param met how often each pair of a feature and a drop reason was met, as {@code FEATURE|REASON}
 * @param excuses what differed and counts as the same
 */
record Outcome(
        String kind,
        List<String> details,
        long frames,
        long items,
        long injected,
        long crossed,
        long translated,
        long cause,
        Map<String, Long> met,
        Excuses excuses) {
    static final String EQUAL = "equal";
    static final long NOT_COUNTED = -1;

    static final String UNDECIDED = "undecided";

    /** Both sides refuse a command: nothing was compared. */
    static final String VOID = "void";

    /** Its world ended, or took too long. */
    static final String LOST = "lost";

    boolean differs() {
        return !kind.equals(EQUAL) && !kind.startsWith(UNDECIDED) && !kind.startsWith(VOID) && !kind.startsWith(LOST);
    }

    static Outcome failed(String kind, List<String> details) {
        return new Outcome(kind, details, 0, 0, 0, 0, NOT_COUNTED, 0, Map.of(), Excuses.NONE);
    }
}
