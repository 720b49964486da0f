package io.ringway.conformance;

/** Told how a run goes on. */
public interface ConformListener {
    ConformListener SILENT = new ConformListener() {};

    /** A lab command is about to run on both sides. */
    default void command(String commandLine) {}

    /** That many frames were injected so far. */
    default void injected(long frames, long bytesRead, long bytesTotal) {}
}
