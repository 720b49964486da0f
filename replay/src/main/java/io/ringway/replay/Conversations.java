package io.ringway.replay;

import io.ringway.engine.core.Accounts;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Accounts by conversation. A frame belongs to the conversation of the addresses that it was sent with; where NAT
 * changed them, the addresses that it arrived with become another name of the same conversation, so that the answers
 * find it. An open-addressing table of two longs a key: nothing is allocated for a known conversation.
 */
final class Conversations implements Accounts.FrameEnd {
    private static final int NONE = -1;

    private final List<Conversation> all = new ArrayList<>();
    private final FlowKey key = new FlowKey();
    private long[] addresses = new long[256];
    private long[] ports = new long[256];
    private int[] values = new int[256];
    private int used;

    Conversations() {
        java.util.Arrays.fill(values, NONE);
    }

    /** Files the frame that is about to be injected. */
    void file(Frame frame) {
        key.read(frame);
        int slot = slot(key.addresses(), key.ports());
        int number = values[slot];
        if (number == NONE) {
            number = all.size();
            all.add(new Conversation(key.protocolName(), key.sourceText(), key.destinationText()));
            put(slot, number);
        }
        all.get(number).injected(frame.length());
        frame.history().setTag(number + 1);
    }

    /** Whether the frame, one of a capture, is its conversation's first. */
    boolean isFirst(Frame frame) {
        int tag = frame.history().tag();
        return tag != 0 && all.get(tag - 1).frames() == 1;
    }

    @Override
    public void ended(Frame frame, DropReason reason) {
        if (frame.history().tag() == 0) {
            return;
        }
        int number = frame.history().tag() - 1;
        Conversation conversation = all.get(number);
        if (reason == null) {
            conversation.delivered(frame.history().translated());
        } else if (reason != DropReason.OTHERHOST) {
            conversation.dropped(reason.kernelName());
        }
        if (frame.history().translated() && frame.length() > 0) {
            key.read(frame);
            int slot = slot(key.addresses(), key.ports());
            if (values[slot] == NONE) {
                put(slot, number);
                conversation.arrivedAs(key.sourceText(), key.destinationText());
            }
        }
    }

    /** In the order of their first frames. */
    List<Conversation> all() {
        return Collections.unmodifiableList(all);
    }

    private int slot(long wantedAddresses, long wantedPorts) {
        int mask = values.length - 1;
        long hash = (wantedAddresses ^ Long.rotateLeft(wantedPorts, 29)) * 0x9e37_79b9_7f4a_7c15L;
        int slot = (int) (hash >>> 40) & mask;
        while (values[slot] != NONE && (addresses[slot] != wantedAddresses || ports[slot] != wantedPorts)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void put(int slot, int number) {
        addresses[slot] = key.addresses();
        ports[slot] = key.ports();
        values[slot] = number;
        if (++used * 2 > values.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldAddresses = addresses;
        long[] oldPorts = ports;
        int[] oldValues = values;
        addresses = new long[oldValues.length * 2];
        ports = new long[oldValues.length * 2];
        values = new int[oldValues.length * 2];
        java.util.Arrays.fill(values, NONE);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slot(oldAddresses[i], oldPorts[i]);
                addresses[slot] = oldAddresses[i];
                ports[slot] = oldPorts[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
