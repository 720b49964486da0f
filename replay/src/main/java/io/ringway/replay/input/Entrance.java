package io.ringway.replay.input;

import io.ringway.packet.Frame;

/** Where the frames of one capture enter the model. */
public interface Entrance {
    /** Whether the frame can enter at all; one that cannot is skipped and counted, not dropped. */
    boolean takes(Frame frame);

    /** Where that is: NS:IF. */
    default String name() {
        return "the model";
    }

    /** The largest packet that can enter there at once. */
    default int mtu() {
        return Integer.MAX_VALUE;
    }

    /** The largest packet that its sender could send at once; a larger one stands for several, of {@link #mtu} each. */
    default int largest(Frame frame) {
        return mtu();
    }

    /** What is said of those that cannot. */
    default String skipped() {
        return "frames hold no IPv4 packet, and were not sent";
    }

    /** Whether it was asked to leave out what is not for it. */
    default boolean leavesOthersOut() {
        return false;
    }

    /** What would change it. */
    default String help() {
        return "is it another interface that was captured, or \",in\" for what arrives at this one?";
    }

    /** Of the frames that entered here, those that were rather received here. */
    default long received() {
        return 0;
    }

    /** Of the frames that could not enter when they came, those that did later. */
    default long enteredLater() {
        return 0;
    }

    /** Lets go of what it still holds. */
    default void close() {}

    /** Takes the frame, lets virtual time pass until then, and lets all that the frame causes come to rest. */
    void enter(Frame frame, long timeNs);
}
