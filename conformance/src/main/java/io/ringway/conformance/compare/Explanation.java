package io.ringway.conformance.compare;

import java.util.SortedMap;

/**
 * A difference that the kernel decides at random, or by who shares a frame's bytes, and that no {@link Rule} can align: it
 * stays one for {@code conform} and the golden cases, and the random tester counts it. Each belongs to a row of
 * docs/fidelity.md.
 */
public interface Explanation {
    /** A few words for the log. */
    String name();

    /** How its row in docs/fidelity.md begins. */
    String row();

    /**
     * Whether that is why a frame is not the same on both sides.
     *
     * @param injected the frame that caused it, empty for a command
     * @param kernel null where only the model has one
     * @param model null where only the kernel has one
     */
    default boolean explainsFrame(String where, byte[] injected, Sighting kernel, Sighting model) {
        return false;
    }

    /**
     * Whether that is why an item of state is not the same on both sides.
     *
     * @param kernel all items of that part of the state, this one too if the kernel has it
     * @param model the model's
     */
    default boolean explainsItem(
            String namespace,
            String key,
            String item,
            SortedMap<String, String> kernel,
            SortedMap<String, String> model) {
        return false;
    }
}
