package io.ringway.nat.conntrack.tool;

/** What conntrack printed, and its exit code: 0, 1 for what could not be done, 2 for wrong usage. */
public record ConntrackAnswer(int exitCode, String stdout, String stderr) {}
