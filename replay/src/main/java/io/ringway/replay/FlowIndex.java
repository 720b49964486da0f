package io.ringway.replay;

/** Finds conversations by two fields of theirs: open addressing over numbers, the keys stay where they are. */
final class FlowIndex {
    private final ConversationStore store;
    private final int addressField;
    private final int portField;
    private final long portMask;
    private int[] slots = new int[256];
    private int used;

    /** @param portMask the bits of the second field that belong to the key */
    FlowIndex(ConversationStore store, int addressField, int portField, long portMask) {
        this.store = store;
        this.addressField = addressField;
        this.portField = portField;
        this.portMask = portMask;
    }

    /** -1 when there is none. */
    int find(long addresses, long ports) {
        return slots[slot(addresses, ports)] - 1;
    }

    /** Adds a conversation whose fields are set and are not in it yet. */
    void put(int number) {
        slots[slot(store.get(number, addressField), store.get(number, portField) & portMask)] = number + 1;
        if (++used * 3L > slots.length * 2L) {
            grow();
        }
    }

    private int slot(long addresses, long ports) {
        int mask = slots.length - 1;
        int slot = hash(addresses, ports) & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, addresses, ports)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int number, long addresses, long ports) {
        return store.get(number, addressField) == addresses && (store.get(number, portField) & portMask) == ports;
    }

    static int hash(long addresses, long ports) {
        long mixed = (addresses ^ Long.rotateLeft(ports, 29)) * 0x9e37_79b9_7f4a_7c15L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8_feb8_6659_fd93L;
        return (int) (mixed >>> 32);
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int slot = hash(store.get(entry - 1, addressField), store.get(entry - 1, portField) & portMask) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
