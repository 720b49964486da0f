package io.ringway.conformance;

import io.ringway.conformance.compare.Tally;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param commands lab commands run on both sides
 * @param injected frames sent on both sides
 * @param refused those among them that neither side would send
 * @param undecided frames, and readings of the state, whose outcome hung on a timer: never taken as equal
 * @param frames by interface
 * @param state by namespace and key
 * @param excused how often each rule excused a difference
 * @param differences one line each; the first one in detail in {@code firstFrame}
 * @param firstFrame the first frame that differs: fields, bytes, the model's trace; empty if none does
 * @param warnings what else the user should know
 */
public record ConformReport(
        long commands,
        long injected,
        long refused,
        long undecided,
        Map<String, Tally> frames,
        Map<String, Tally> state,
        Map<String, Long> excused,
        List<String> differences,
        List<String> firstFrame,
        List<String> warnings) {

    /** Frames that were compared. */
    public long comparedFrames() {
        return frames.values().stream().mapToLong(Tally::compared).sum();
    }

    public long differingFrames() {
        return frames.values().stream().mapToLong(Tally::differing).sum();
    }

    public long comparedItems() {
        return state.values().stream().mapToLong(Tally::compared).sum();
    }

    public long differingItems() {
        return state.values().stream().mapToLong(Tally::differing).sum();
    }

    /** Something was compared, and nothing differed or stayed open. */
    public boolean passed() {
        return comparedFrames() > 0 && differences.isEmpty() && undecided == 0;
    }
}
