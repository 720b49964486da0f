package io.ringway.replay.request;

/** Which frames an observer wants, as {@code tcpdump -Q} says it. */
public enum Direction {
    IN,
    OUT,
    INOUT;

    public boolean wants(boolean outgoing) {
        return this == INOUT || outgoing == (this == OUT);
    }
}
