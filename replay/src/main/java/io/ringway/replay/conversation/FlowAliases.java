package io.ringway.replay.conversation;

/** Other names of conversations: the ends that their packets arrived with. Open addressing, 20 bytes a slot. */
final class FlowAliases {
    static final int NONE = -1;

    private long[] addresses = new long[256];
    private long[] ports = new long[256];

    /** One more than the value, so that zero is none. */
    private int[] values = new int[256];

    private int used;

    boolean isEmpty() {
        return used == 0;
    }

    int find(long wantedAddresses, long wantedPorts) {
        return values[slot(wantedAddresses, wantedPorts)] - 1;
    }

    void put(long newAddresses, long newPorts, int value) {
        int slot = slot(newAddresses, newPorts);
        addresses[slot] = newAddresses;
        ports[slot] = newPorts;
        values[slot] = value + 1;
        if (++used * 3L > values.length * 2L) {
            grow();
        }
    }

    private int slot(long wantedAddresses, long wantedPorts) {
        int mask = values.length - 1;
        int slot = FlowIndex.hash(wantedAddresses, wantedPorts) & mask;
        while (values[slot] != 0 && (addresses[slot] != wantedAddresses || ports[slot] != wantedPorts)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldAddresses = addresses;
        long[] oldPorts = ports;
        int[] oldValues = values;
        addresses = new long[oldValues.length * 2];
        ports = new long[oldValues.length * 2];
        values = new int[oldValues.length * 2];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldAddresses[i], oldPorts[i]);
                addresses[slot] = oldAddresses[i];
                ports[slot] = oldPorts[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
