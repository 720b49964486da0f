package io.ringway.conformance.compare;

/**
 * A frame that is not the same on both sides.
 *
 * @param where the interface
 * @param cause what happened before it was seen, in words
 * @param position among the frames that the interface saw after that cause, from 1
 * @param kernel null when only the model has it
 * @param model null when only the kernel has it
 */
public record FrameDifference(String where, String cause, int position, Sighting kernel, Sighting model) {
    /** One line that says what and where. */
    public String summary() {
        String what = kernel == null
                ? "only the model has a frame"
                : model == null ? "only the kernel has a frame" : "the frames differ";
        return where + ", after " + cause + ", frame " + position + " seen there: " + what;
    }
}
