package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.SpscFrameRing;
import io.ringway.packet.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Every stage behind a ring of its own, drained in bursts by one thread.
 *
 * <p>What a stage passes on by a call runs next, in the order in which it was passed on, before anything that waited
 * longer; what it queues waits its turn. With bursts of one frame this is the order of {@link InlineExecutor}; longer
 * bursts trade it for warm caches.
 */
public final class StagedExecutor implements Executor {
    private final Accounts accounts;
    private final int burst;
    private final int ringCapacity;
    private final Storm storm;
    private final List<Link> called = new ArrayList<>();
    private final ArrayList<Link> stack = new ArrayList<>();
    private final LinkQueue backlog = new LinkQueue();
    private final ArrayDeque<LinkQueue> pollList = new ArrayDeque<>();
    private final LinkQueue work = new LinkQueue();
    private Place drained;
    private final Stage ended = frame -> endOfStorm(frame);

    /**
     * @param burst frames that a stage takes from its ring at a time
     * @param ringCapacity frames that may wait in front of one stage; more are dropped as {@code FULL_RING}
     * @param stepBudget frames that stages may take in one instant before it counts as a forwarding loop
     */
    public StagedExecutor(Accounts accounts, int burst, int ringCapacity, int stepBudget) {
        storm = new Storm(accounts, stepBudget);
        this.accounts = accounts;
        this.burst = burst;
        this.ringCapacity = ringCapacity;
        work.scheduled = true;
    }

    @Override
    public Stage direct(Stage target) {
        return new Link(target, null, null);
    }

    @Override
    public Stage queued(Stage target, Place place) {
        return new Link(target, backlog, place);
    }

    @Override
    public Stage queuedApart(PolledStage target, Place place) {
        LinkQueue queue = new LinkQueue();
        queue.poller = target;
        return new Link(target, queue, place);
    }

    @Override
    public Stage deferred(Stage target, Place place) {
        return new Link(target, work, place);
    }

    @Override
    public void setTrace(Trace trace) {
        storm.setTrace(trace);
    }

    private void endOfStorm(Frame frame) {
        storm.end(frame, drained);
    }

    @Override
    public void settle() {
        storm.calm();
        takeCalled();
        while (true) {
            Link link = stack.isEmpty() ? nextQueued() : stack.remove(stack.size() - 1);
            if (link == null) {
                return;
            }
            link.pending--;
            drained = link.queue == null ? drained : link.place;
            int frames = link.ring.drain(storm.allows(0, drained) ? link.target : ended, burst);
            storm.allows(frames, drained);
            if (burst > 1 && frames == burst) {
                link.activate();
            }
            takeCalled();
        }
    }

    /** Null when all queues are empty; a queue that has given its weight goes behind the others. */
    private Link nextQueued() {
        LinkQueue queue = pollList.peek();
        while (queue != null && queue.isThrough()) {
            if (queue.poller != null && !queue.ended) {
                queue.ended = true;
                queue.poller.endPoll();
                takeCalled();
                if (!stack.isEmpty()) {
                    return stack.remove(stack.size() - 1);
                }
            }
            pollList.poll();
            queue.polled = 0;
            queue.ended = false;
            queue.scheduled = !queue.links.isEmpty();
            if (queue.scheduled) {
                pollList.add(queue);
            }
            queue = pollList.peek();
        }
        if (queue == null) {
            return work.links.poll();
        }
        queue.polled++;
        return queue.links.poll();
    }

    private void takeCalled() {
        for (int i = called.size() - 1; i >= 0; i--) {
            stack.add(called.get(i));
        }
        called.clear();
    }

    /** The links that wait for their turn in one NAPI instance. */
    private static final class LinkQueue {
        private final ArrayDeque<Link> links = new ArrayDeque<>();
        private boolean scheduled;
        private int polled;
        private PolledStage poller;
        private boolean ended;

        /** Whether its turn is over. */
        boolean isThrough() {
            return ended || links.isEmpty() || polled == POLL_WEIGHT;
        }
    }

    /** A stage and the ring in front of it. */
    private final class Link implements Stage {
        private final Stage target;
        private final LinkQueue queue;
        private final Place place;
        private final SpscFrameRing ring = new SpscFrameRing(ringCapacity);
        private int pending;

        Link(Stage target, LinkQueue queue, Place place) {
            this.target = target;
            this.queue = queue;
            this.place = place;
        }

        @Override
        public void receive(Frame frame) {
            storm.passed(place);
            if (!ring.offer(frame)) {
                accounts.drop(frame, DropReason.FULL_RING);
                return;
            }
            if (burst == 1 || pending == 0) {
                activate();
            }
        }

        private void activate() {
            pending++;
            if (queue == null) {
                called.add(this);
                return;
            }
            queue.links.add(this);
            if (!queue.scheduled) {
                queue.scheduled = true;
                pollList.add(queue);
            }
        }
    }
}
