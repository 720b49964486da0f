package io.ringway.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A bounded ring of frames from one producer thread to one consumer thread, without locks.
 *
 * <p>A slot is empty while it holds null, so each side needs only its own index and the slot itself: the producer
 * publishes with a release store, the consumer empties with one (after FastForward, Giacomoni et al., PPoPP 2008).
 */
public final class SpscFrameRing {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Frame[].class);

    private final Frame[] slots;
    private final int mask;
    private int head;
    private int tail;

    /**
     * @param capacity number of frames, rounded up to a power of two
     */
    public SpscFrameRing(int capacity) {
        int size = 1 << (32 - Integer.numberOfLeadingZeros(Math.max(2, capacity) - 1));
        slots = new Frame[size];
        mask = size - 1;
    }

    /** Producer only. False when the ring is full; the frame then still belongs to the caller. */
    public boolean offer(Frame frame) {
        int slot = tail & mask;
        if (SLOT.getAcquire(slots, slot) != null) {
            return false;
        }
        SLOT.setRelease(slots, slot, frame);
        tail++;
        return true;
    }

    /** Consumer only. The oldest frame, or null when the ring is empty. */
    public Frame poll() {
        int slot = head & mask;
        Frame frame = (Frame) SLOT.getAcquire(slots, slot);
        if (frame != null) {
            SLOT.setRelease(slots, slot, null);
            head++;
        }
        return frame;
    }

    /** Consumer only. Hands at most {@code limit} frames to {@code stage}, oldest first, and says how many. */
    public int drain(Stage stage, int limit) {
        for (int count = 0; count < limit; count++) {
            Frame frame = poll();
            if (frame == null) {
                return count;
            }
            stage.receive(frame);
        }
        return limit;
    }

    public int capacity() {
        return slots.length;
    }
}
