package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import java.util.ArrayDeque;

/**
 * Queue where the kernel queues, call where it calls: a frame moves by plain calls, and one first-in first-out ring of
 * (frame, stage) stands for the per-CPU backlog that veth and loopback share ({@code net/core/dev.c:process_backlog()}).
 * Other queues take turns with it as NAPI instances do ({@code net_rx_action()}).
 */
public final class InlineExecutor implements Executor {
    private final Accounts accounts;
    private final int stepBudget;
    private final PollQueue backlog = new PollQueue();
    private final ArrayDeque<PollQueue> pollList = new ArrayDeque<>();

    /**
     * @param stepBudget queued frames that one instant may take before it counts as a forwarding loop
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
        return frame -> enqueue(backlog, frame, target);
    }

    @Override
    public Stage queuedApart(Stage target) {
        PollQueue own = new PollQueue();
        return frame -> enqueue(own, frame, target);
    }

    @Override
    public void settle() {
        int steps = 0;
        PollQueue queue = pollList.poll();
        while (queue != null) {
            for (int i = 0; i < POLL_WEIGHT && !queue.isEmpty(); i++) {
                Stage stage = queue.nextStage();
                Frame frame = queue.remove();
                if (++steps > stepBudget) {
                    accounts.drop(frame, DropReason.STORM);
                } else {
                    stage.receive(frame);
                }
            }
            queue.scheduled = !queue.isEmpty();
            if (queue.scheduled) {
                pollList.add(queue);
            }
            queue = pollList.poll();
        }
    }

    private void enqueue(PollQueue queue, Frame frame, Stage target) {
        queue.add(frame, target);
        if (!queue.scheduled) {
            queue.scheduled = true;
            pollList.add(queue);
        }
    }
}
