package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.Arrays;

/**
 * Where every frame came from and what became of it. The law of conservation:
 * {@code injected + originated + copied + split = merged + delivered + dropped + held}. Reassembling n fragments merges
 * n − 1 frames away, cutting a packet into n splits off n − 1.
 */
public final class Accounts {
    private static final DropReason[] REASONS = DropReason.values();

    private final long[] droppedByReason = new long[REASONS.length];
    private long injected;
    private long injectedBytes;
    private long originated;
    private long copied;
    private long split;
    private long merged;
    private long delivered;
    private long deliveredBytes;
    private long dropped;
    private long translated;
    private String stormCycle = "";
    private FrameEnd frameEnd;

    /** Told how each frame ended, for accounts by conversation. */
    public interface FrameEnd {
        /**
         * @param reason null when the frame was delivered
         */
        void ended(Frame frame, DropReason reason);

        /** A frame has reached the stack of a namespace that it was for; {@link #ended} follows. */
        default void arrived(Frame frame, String namespace) {}
    }

    /** Starts counting anew; what is held just now counts as made by the model. */
    public void restart() {
        long held = heldFrames();
        Arrays.fill(droppedByReason, 0);
        injected = 0;
        injectedBytes = 0;
        originated = held;
        copied = 0;
        split = 0;
        merged = 0;
        delivered = 0;
        deliveredBytes = 0;
        dropped = 0;
        translated = 0;
        stormCycle = "";
    }

    public void setFrameEnd(FrameEnd frameEnd) {
        this.frameEnd = frameEnd;
    }

    /** Null when nobody asks. */
    public FrameEnd frameEnd() {
        return frameEnd;
    }

    /** A frame came from a capture or a program. */
    public void injected(Frame frame) {
        injected++;
        injectedBytes += frame.length();
    }

    /** The model made a frame: ARP, an ICMP message, a reset. */
    public void originated() {
        originated++;
    }

    /** A flood made one more of a frame. */
    public void copied() {
        copied++;
    }

    /** A packet was cut into that many fragments; the frame that it was is freed by the caller. */
    public void split(int pieces) {
        split += pieces - 1;
    }

    /** That many fragments became one packet; the frames that they were are freed by the caller. */
    public void merged(int pieces) {
        merged += pieces - 1;
    }

    /** A frame reached the stack that it was for; it is freed. */
    public void deliver(Frame frame) {
        delivered++;
        deliveredBytes += frame.length();
        end(frame, null);
    }

    /** A frame goes no further; it is freed. */
    public void drop(Frame frame, DropReason reason) {
        dropped++;
        droppedByReason[reason.ordinal()]++;
        end(frame, reason);
    }

    /** An instant never came to rest. */
    void storm(String cycle) {
        if (stormCycle.isEmpty()) {
            stormCycle = cycle;
        }
    }

    /** The devices that a frame went round by in the first storm, in order: {@code br0:va -> br1:vb -> br0:va}; "" for none. */
    public String stormCycle() {
        return stormCycle;
    }

    private void end(Frame frame, DropReason reason) {
        if (frame.history().translated()) {
            translated++;
        }
        if (frameEnd != null) {
            frameEnd.ended(frame, reason);
        }
        frame.free();
    }

    public long injectedFrames() {
        return injected;
    }

    public long injectedBytes() {
        return injectedBytes;
    }

    public long originatedFrames() {
        return originated;
    }

    public long copiedFrames() {
        return copied;
    }

    /** Frames that fragmentation made beyond those that it cut. */
    public long splitFrames() {
        return split;
    }

    /** Frames that went into another one by reassembly. */
    public long mergedFrames() {
        return merged;
    }

    public long deliveredFrames() {
        return delivered;
    }

    public long deliveredBytes() {
        return deliveredBytes;
    }

    public long droppedFrames() {
        return dropped;
    }

    public long droppedFrames(DropReason reason) {
        return droppedByReason[reason.ordinal()];
    }

    /** Frames that NAT rewrote on their way, counted once when they ended. */
    public long translatedFrames() {
        return translated;
    }

    /** Frames that wait somewhere, by the law. */
    public long heldFrames() {
        return injected + originated + copied + split - merged - delivered - dropped;
    }
}
