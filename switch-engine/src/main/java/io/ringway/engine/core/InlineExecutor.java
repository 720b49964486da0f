package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/**
 * Queue where the kernel queues, call where it calls: a frame moves by plain calls, and one first-in first-out ring of
 * (frame, stage) stands for the per-CPU backlog that veth and loopback share ({@code net/core/dev.c:process_backlog()}).
 */
public final class InlineExecutor implements Executor {
    private final Accounts accounts;
    private final int stepBudget;
    private Frame[] frames = new Frame[64];
    private Stage[] stages = new Stage[64];
    private int head;
    private int tail;

    /**
     * @param stepBudget backlog entries that one instant may take before it counts as a forwarding loop
     */
    public InlineExecutor(Accounts accounts, int stepBudget) {
        this.accounts = accounts;
        this.stepBudget = stepBudget;
    }

    @Override
    public Stage direct(Stage target) {
        return target;
    }

    @Override
    public Stage queued(Stage target) {
        return frame -> enqueue(frame, target);
    }

    @Override
    public void settle() {
        int steps = 0;
        while (head != tail) {
            int slot = head++ & (frames.length - 1);
            Frame frame = frames[slot];
            frames[slot] = null;
            if (++steps > stepBudget) {
                accounts.drop(frame, DropReason.STORM);
            } else {
                stages[slot].receive(frame);
            }
        }
    }

    private void enqueue(Frame frame, Stage target) {
        if (tail - head == frames.length) {
            grow();
        }
        int slot = tail++ & (frames.length - 1);
        frames[slot] = frame;
        stages[slot] = target;
    }

    private void grow() {
        int size = frames.length;
        Frame[] moreFrames = new Frame[size * 2];
        Stage[] moreStages = new Stage[size * 2];
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
