package io.ringway.nat.conntrack;

/**
 * What {@code /proc/net/stat/nf_conntrack} and {@code conntrack -S} count ({@code struct ip_conntrack_stat}), of one
 * namespace. There is one processor.
 */
public final class Statistics {
    long found;
    long invalid;
    long insert;
    long insertFailed;
    long drop;
    long full;
    long earlyDrop;
    long error;
    long clashResolve;
    long expectNew;
    long expectCreate;
    long expectDelete;

    /** Tuples that NAT wanted and another connection has. */
    public long found() {
        return found;
    }

    /** Packets that belong to no connection; ICMP messages are counted as {@link #error} instead. */
    public long invalid() {
        return invalid;
    }

    /** Connections that came by a command; those of packets are not counted. */
    public long insert() {
        return insert;
    }

    public long insertFailed() {
        return insertFailed;
    }

    public long drop() {
        return drop;
    }

    /** Packets that would have begun a connection and found the table full: some of {@link #drop}. The kernel only logs them. */
    public long full() {
        return full;
    }

    /** Connections that had to make room. */
    public long earlyDrop() {
        return earlyDrop;
    }

    /** Broken ICMP messages, and errors about nobody's packets. */
    public long error() {
        return error;
    }

    public long clashResolve() {
        return clashResolve;
    }

    public long expectNew() {
        return expectNew;
    }

    public long expectCreate() {
        return expectCreate;
    }

    public long expectDelete() {
        return expectDelete;
    }

    /** Always 0: nobody changes the table while it is searched. */
    public long searchRestart() {
        return 0;
    }

    /** Always 0: the kernel refuses connections whose hash chain grew too long, which depends on a key drawn at boot. */
    public long chainTooLong() {
        return 0;
    }
}
