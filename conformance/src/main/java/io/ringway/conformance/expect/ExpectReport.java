package io.ringway.conformance.expect;

import java.util.List;
import java.util.Map;

/**
 * How what the model shows at an interface differs from what was captured there. Numbers of frames count from 1, in the
 * capture and among those that the model showed.
 *
 * @param same frames that are equal, those included in which only what is left to chance differs
 * @param recut of these, captured frames whose data the model shows in frames of other sizes: {@code recutModel} of them
 * @param excused how often what was left to chance
 * @param missing frames that the model does not show
 * @param extra frames that only the model shows
 * @param reordered frames that are there, but among the others of their direction at another place
 */
public record ExpectReport(
        String interfaceName,
        String file,
        int captured,
        int model,
        int same,
        int recut,
        int recutModel,
        Map<String, Long> excused,
        List<Changed> changed,
        List<Odd> missing,
        List<Odd> extra,
        List<Odd> reordered) {
    /** A frame on one side, in words. */
    public record Odd(int number, String frame) {}

    /** @param fields that differ, as captured and in the model */
    public record Changed(int number, int modelNumber, String frame, List<Field> fields) {}

    /** Names as Wireshark has them. */
    public record Field(String name, String captured, String model) {}

    public boolean passed() {
        return changed.isEmpty() && missing.isEmpty() && extra.isEmpty() && reordered.isEmpty();
    }
}
