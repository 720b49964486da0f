package io.ringway.nat.set;

/** What ipset printed, and its exit code: 0, 1 for what could not be done, 2 for wrong usage. */
public record IpsetAnswer(int exitCode, String stdout, String stderr) {}
