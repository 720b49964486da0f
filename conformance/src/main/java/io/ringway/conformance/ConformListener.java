package io.ringway.conformance;

import io.ringway.conformance.compare.FrameDifference;
import io.ringway.packet.DropReason;

/** Told how a run goes on. */
public interface ConformListener {
    ConformListener SILENT = new ConformListener() {};

    /** A lab command is about to run on both sides. */
    default void command(String commandLine) {}

    /** That many frames were injected so far. */
    default void injected(long frames, long bytesRead, long bytesTotal) {}

    /** The model dropped a frame. */
    default void dropped(DropReason reason) {}

    /** The first frame that differs. */
    default void differs(FrameDifference first) {}
}
