package io.ringway.engine.core;

import io.ringway.packet.Frame;

/**
 * What one NAPI instance polls: frames with the stage that each is for, first in first out. The per-CPU backlog is one,
 * a tunnel's gro_cells are another ({@code struct napi_struct}). Grows, and never shrinks.
 */
final class PollQueue {
    private Frame[] frames = new Frame[64];
    private QueuedStage[] stages = new QueuedStage[64];
    private int head;
    private int tail;

    /** Whether it is on the poll list, or being polled. */
    boolean scheduled;

    /** Told when a turn ends; null for nobody. */
    PolledStage poller;

    boolean isEmpty() {
        return head == tail;
    }

    void add(Frame frame, QueuedStage target) {
        if (tail - head == frames.length) {
            grow();
        }
        int slot = tail++ & (frames.length - 1);
        frames[slot] = frame;
        stages[slot] = target;
    }

    /** The stage that the next frame is for. */
    QueuedStage nextStage() {
        return stages[head & (frames.length - 1)];
    }

    Frame remove() {
        int slot = head++ & (frames.length - 1);
        Frame frame = frames[slot];
        frames[slot] = null;
        return frame;
    }

    private void grow() {
        int size = frames.length;
        Frame[] moreFrames = new Frame[size * 2];
        QueuedStage[] moreStages = new QueuedStage[size * 2];
        for (int i = 0; i < size; i++) {
            int slot = head + i & (size - 1);
            moreFrames[i] = frames[slot];
            moreStages[i] = stages[slot];
        }
        frames = moreFrames;
        stages = moreStages;
        head = 0;
        tail = size;
    }
}
