package io.ringway.nat.rules;

/** How {@code -L} and {@code -S} print. */
record ListFormat(boolean numeric, boolean verbose, boolean exact, boolean lineNumbers) {}
