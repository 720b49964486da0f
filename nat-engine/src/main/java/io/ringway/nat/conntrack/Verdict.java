package io.ringway.nat.conntrack;

/** What a protocol's tracker says about a packet of its connection. */
enum Verdict {
    /** The packet belongs to the connection. */
    ACCEPT,

    /** The packet goes on without a connection ({@code -NF_ACCEPT}). */
    INVALID,

    /** The connection was removed: look up again and make a new one ({@code -NF_REPEAT}). */
    REPEAT
}
