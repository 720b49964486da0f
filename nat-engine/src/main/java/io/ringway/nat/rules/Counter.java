package io.ringway.nat.rules;

/** Packets and bytes of a rule or policy. Belongs to the rule, not to a rule set: it survives every change of others. */
final class Counter {
    private long packets;
    private long bytes;

    void count(int lengthBytes) {
        packets++;
        bytes += lengthBytes;
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
