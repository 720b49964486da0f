package io.ringway.nat.conntrack;

/**
 * A connection that another one, its master, has announced ({@code struct nf_conntrack_expect}): from one address and any port, to one
 * address and port.
 */
final class Expectation {
    final Connection master;

    /** Of the first packet to come. */
    final long addresses;

    /** As the first packet's, the source port 0, in the master's zone. NAT may ask for another port before it is entered. */
    long rest;

    /** Whether its connection is translated as the master is ({@code nf_nat_follow_master()}). */
    boolean followsMaster;

    /** Whether packets of the master's reply direction announced it; where it follows the master, it goes to their sender. */
    boolean byReply;

    /** The port that the announcement named, before NAT asked for another. */
    int savedPort;

    /** When its timer ends, and when that is noticed. */
    long endNs;

    long goneNs;

    Expectation older;
    Expectation newer;
    Expectation nextInBucket;

    Expectation(Connection master, long addresses, int port, int protocol) {
        this.master = master;
        this.addresses = addresses;
        this.rest = Tuple.withZone(Tuple.rest(0, port, protocol), master.zone());
    }

    int port() {
        return Tuple.destinationPort(rest);
    }

    boolean is(long otherAddresses, long otherRest) {
        return rest == otherRest && addresses == otherAddresses;
    }

    /** Its end is that of its timer, or of its master. */
    boolean isGone(long nowNs) {
        return goneNs - nowNs <= 0 || (master.has(Connection.CONFIRMED) && master.isExpired(nowNs));
    }
}
