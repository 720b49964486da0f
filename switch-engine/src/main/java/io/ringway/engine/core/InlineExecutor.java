package io.ringway.engine.core;

import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import java.util.ArrayDeque;

/**
 * Queue where the kernel queues, call where it calls: a frame moves by plain calls, and one first-in first-out ring of
 * (frame, stage) stands for the per-CPU backlog that veth and loopback share ({@code net/core/dev.c:process_backlog()}).
 * Other queues take turns with it as NAPI instances do ({@code net_rx_action()}); what is left to a work queue waits until
 * they are empty.
 */
public final class InlineExecutor implements Executor {
    private final Storm storm;
    private final PollQueue backlog = new PollQueue();
    private final ArrayDeque<PollQueue> pollList = new ArrayDeque<>();
    private final PollQueue work = new PollQueue();
    private boolean process;

    /**
     * @param stepBudget queued frames that one instant may take before it counts as a forwarding loop
     */
    public InlineExecutor(Accounts accounts, int stepBudget) {
        storm = new Storm(accounts, stepBudget);
        work.scheduled = true;
    }

    @Override
    public Stage direct(Stage target) {
        return target;
    }

    @Override
    public Stage queued(Stage target, Place place) {
        return new QueuedStage(this, backlog, target, place);
    }

    @Override
    public Stage queuedApart(PolledStage target, Place place) {
        PollQueue queue = new PollQueue();
        queue.poller = target;
        return new QueuedStage(this, queue, target, place);
    }

    @Override
    public Stage deferred(Stage target, Place place) {
        return new QueuedStage(this, work, target, place);
    }

    @Override
    public void setTrace(Trace trace) {
        storm.setTrace(trace);
    }

    @Override
    public void settle() {
        storm.calm();
        poll();
        while (!work.isEmpty()) {
            step(work);
            poll();
        }
    }

    @Override
    public void setProcess(boolean process) {
        this.process = process;
    }

    @Override
    public void allowSoftirqs() {
        if (process) {
            process = false;
            poll();
            process = true;
        }
    }

    private void poll() {
        PollQueue queue = pollList.poll();
        while (queue != null) {
            for (int i = 0; i < POLL_WEIGHT && !queue.isEmpty(); i++) {
                step(queue);
            }
            if (queue.poller != null) {
                queue.poller.endPoll();
            }
            queue.scheduled = !queue.isEmpty();
            if (queue.scheduled) {
                pollList.add(queue);
            }
            queue = pollList.poll();
        }
    }

    private void step(PollQueue queue) {
        QueuedStage stage = queue.nextStage();
        Frame frame = queue.remove();
        if (storm.allows(1, stage.place)) {
            stage.target.receive(frame);
        } else {
            storm.end(frame, stage.place);
        }
    }

    void enqueue(PollQueue queue, Frame frame, QueuedStage target) {
        storm.passed(target.place);
        queue.add(frame, target);
        if (!queue.scheduled) {
            queue.scheduled = true;
            pollList.add(queue);
        }
    }
}
