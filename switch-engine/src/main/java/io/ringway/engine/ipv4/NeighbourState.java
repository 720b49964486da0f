package io.ringway.engine.ipv4;

/** States of a neighbour ({@code NUD_*} of neighbour.h; RFC 4861 §7.3.2, which ARP follows in Linux). */
public enum NeighbourState {
    NONE,
    INCOMPLETE,
    REACHABLE,
    STALE,
    DELAY,
    PROBE,
    FAILED,
    NOARP,
    PERMANENT;

    /** The address may be used without asking ({@code NUD_CONNECTED}). */
    boolean isConnected() {
        return this == REACHABLE || this == NOARP || this == PERMANENT;
    }

    /** There is an address to send to ({@code NUD_VALID}). */
    public boolean isValid() {
        return isConnected() || this == STALE || this == DELAY || this == PROBE;
    }

    /** A timer runs ({@code NUD_IN_TIMER}). */
    boolean isTimed() {
        return this == INCOMPLETE || this == REACHABLE || this == DELAY || this == PROBE;
    }
}
