package io.ringway.replay;

/**
 * One step of one frame.
 *
 * @param frame number of the injected frame that this one is or was caused by, 0 for a timer's or a command's
 * @param timeNs virtual time since 1970
 * @param where a device, or a place in the stack
 * @param what one phrase
 */
public record Hop(long frame, long timeNs, String namespace, String where, String what) {
    @Override
    public String toString() {
        return "#" + frame + " " + namespace + " " + where + ": " + what;
    }
}
