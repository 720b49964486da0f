package io.ringway.nat.rules;

/** Packets and bytes of a rule or policy. Belongs to the rule, not to a rule set: it survives every change of others. */
final class Counter {
    private final int weight;
    private long packets;
    private long bytes;

    Counter() {
        this(1);
    }

    private Counter(int weight) {
        this.weight = weight;
    }

    /**
     * One that stays at zero: iptables-nft gives a built-in chain a counter only when it is told of its policy, not when
     * it makes the chain for its first rule ({@code iptables/nft.c:nft_chain_builtin_add()}).
     */
    static Counter off() {
        return new Counter(0);
    }

    void count(int lengthBytes) {
        packets += weight;
        bytes += (long) weight * lengthBytes;
    }

    void set(long packets, long bytes) {
        this.packets = packets;
        this.bytes = bytes;
    }

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    /** As {@code [3:252]}. */
    @Override
    public String toString() {
        return "[" + packets + ":" + bytes + "]";
    }
}
