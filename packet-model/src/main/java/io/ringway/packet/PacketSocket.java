package io.ringway.packet;

/** The socket that sent a packet of this namespace, as far as rules can tell. */
public enum PacketSocket {
    /** None: forwarded, or made without one, as a reset of a rule, a report of IGMP or a copy. */
    NONE,
    /** The kernel's own, which no program has opened: answers and errors of ICMP, resets of TCP. */
    KERNEL,
    /** A program's, run by root. */
    PROGRAM
}
