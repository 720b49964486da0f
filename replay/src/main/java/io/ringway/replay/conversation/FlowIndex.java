package io.ringway.replay.conversation;

/**
 * Finds rows by two fields of theirs: open addressing, the keys stay where they are. A slot holds the key's hash
 * (upper half) beside the number from 1, so that a row is touched only where it is, nearly always, the one.
 */
public final class FlowIndex {
    private final Rows rows;
    private final int addressField;
    private final int portField;
    private final long portMask;
    private long[] slots = new long[256];
    private int used;

    /** @param portMask the bits of the second field that belong to the key */
    public FlowIndex(Rows rows, int addressField, int portField, long portMask) {
        this.rows = rows;
        this.addressField = addressField;
        this.portField = portField;
        this.portMask = portMask;
    }

    /** -1 when there is none. */
    public int find(long addresses, long ports) {
        return (int) slots[slot(addresses, ports)] - 1;
    }

    /** Adds a row whose fields are set and are not in it yet. */
    public void put(int number) {
        long addresses = rows.get(number, addressField);
        long ports = rows.get(number, portField) & portMask;
        slots[slot(addresses, ports)] = (long) hash(addresses, ports) << 32 | (number + 1);
        if (++used * 3L > slots.length * 2L) {
            grow();
        }
    }

    private int slot(long addresses, long ports) {
        int mask = slots.length - 1;
        int hash = hash(addresses, ports);
        int slot = hash & mask;
        while (slots[slot] != 0
                && ((int) (slots[slot] >>> 32) != hash || !holds((int) slots[slot] - 1, addresses, ports))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int number, long addresses, long ports) {
        return rows.get(number, addressField) == addresses && (rows.get(number, portField) & portMask) == ports;
    }

    static int hash(long addresses, long ports) {
        long mixed = (addresses ^ Long.rotateLeft(ports, 29)) * 0x9e37_79b9_7f4a_7c15L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8_feb8_6659_fd93L;
        return (int) (mixed >>> 32);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
