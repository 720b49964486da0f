package io.ringway.engine.core;

import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** A stage behind a queue of the inline executor, and what to call it in a storm. */
final class QueuedStage implements Stage {
    final Stage target;
    final Place place;
    private final InlineExecutor executor;
    private final PollQueue queue;

    QueuedStage(InlineExecutor executor, PollQueue queue, Stage target, Place place) {
        this.executor = executor;
        this.queue = queue;
        this.target = target;
        this.place = place;
    }

    @Override
    public void receive(Frame frame) {
        executor.enqueue(queue, frame, this);
    }
}
