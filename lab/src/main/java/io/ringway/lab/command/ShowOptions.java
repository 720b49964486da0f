package io.ringway.lab.command;

/**
 * The options in front of an object of {@code ip} or {@code bridge}.
 *
 * @param ipv4Only {@code -4}
 */
public record ShowOptions(boolean json, boolean statistics, boolean details, boolean brief, boolean ipv4Only) {}
