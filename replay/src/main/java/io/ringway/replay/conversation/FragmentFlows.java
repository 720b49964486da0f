package io.ringway.replay.conversation;

import java.util.Arrays;

/**
 * Which conversation the later fragments of a packet belong to, by its first one: addresses, protocol and ID. Of packets
 * whose fragments come far apart the older is forgotten; its rest is then a conversation without ports.
 */
final class FragmentFlows {
    static final int NONE = -1;

    private static final int SLOTS = 1 << 12;

    private final long[] ends = new long[SLOTS];
    private final int[] packets = new int[SLOTS];
    private final int[] values = new int[SLOTS];

    FragmentFlows() {
        Arrays.fill(values, NONE);
    }

    void remember(FlowKey key, int value) {
        int slot = slot(key);
        ends[slot] = ends(key);
        packets[slot] = packet(key);
        values[slot] = value;
    }

    int find(FlowKey key) {
        int slot = slot(key);
        return ends[slot] == ends(key) && packets[slot] == packet(key) ? values[slot] : NONE;
    }

    private static int slot(FlowKey key) {
        return FlowIndex.hash(ends(key), packet(key)) & SLOTS - 1;
    }

    private static long ends(FlowKey key) {
        return (long) key.source() << 32 | (key.destination() & 0xffff_ffffL);
    }

    private static int packet(FlowKey key) {
        return key.protocol() << 16 | key.packetId();
    }
}
