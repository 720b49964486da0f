package io.ringway.nat.set;

/**
 * A member, or a range of them, as a command line says it. Absent numbers are -1, absent addresses and words null.
 * Addresses are words as {@link Words} has them.
 */
final class Entry {
    int[] address;
    int cidr = -1;
    int[] addressTo;
    int[] address2;
    int cidr2 = -1;
    int[] address2To;
    int protocol = -1;
    int port = -1;
    int portTo = -1;
    String interfaceName;
    boolean physical;
    boolean wildcard;
    boolean noMatch;

    String setName;
    String reference;
    boolean before;

    long timeoutSeconds = -1;
    /** Unsigned; the tool takes all values but the highest. */
    long packets = -1;

    long bytes = -1;
    String comment;
    SkbInfo skbInfo;

    /** What is wrong with it and did not end the reading; null for nothing. */
    String noted;
}
