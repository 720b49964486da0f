package io.ringway.conformance.compare;

/** A rule about frames: rewrites the kernel's frame where only what it excuses differs. */
public interface FrameRule extends Rule {
    /**
     * The kernel's frame as it would read had the kernel chosen what the model chose; the very array if the rule does
     * not apply.
     *
     * @param injected the frame that caused both
     */
    byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes);

    /** Frames that stand side by side somewhere after a cause, before any of that cause is compared. */
    default void foresee(Sighting model, Sighting kernel) {}
}
