package io.ringway.engine.core;

import io.ringway.packet.Stage;

/**
 * Decides what "passed on" means between two stages. Stages are wired through it once and never know which one they got.
 *
 * <p>Both executors keep the kernel's order: what it calls comes to rest before what it queued, and that
 * before what it deferred.
 */
public interface Executor {
    /** Frames that a queue may give up before the others have their turn ({@code dev_rx_weight}). */
    int POLL_WEIGHT = 64;

    /** The stage as its caller reaches it where the kernel makes a plain call. */
    Stage direct(Stage target);

    /**
     * The stage as its caller reaches it where the kernel enqueues on the per-CPU backlog ({@code netif_rx()}).
     *
     * @param place what to call it where a storm is reported
     */
    Stage queued(Stage target, Place place);

    /**
     * The stage as its caller reaches it where the kernel enqueues on a queue of that stage's own, which is polled in turn
     * with the backlog: a tunnel's {@code gro_cells}.
     */
    Stage queuedApart(PolledStage target, Place place);

    /** The stage as its caller reaches it where the kernel leaves it to a work queue: when the backlog is empty. */
    Stage deferred(Stage target, Place place);

    /** Runs until every frame that was passed on has come to rest. */
    void settle();

    /**
     * From now on, or no longer, frames are sent by a process rather than by a softirq. Only calls without rings between
     * them can be interrupted: where stages have rings, a process counts as a softirq.
     */
    default void setProcess(boolean process) {}

    /**
     * A process allows softirqs again between two frames that it sends at one go ({@code softirq.c:__local_bh_enable_ip()}):
     * what they caused comes to rest first. Nothing when a softirq sends.
     */
    default void allowSoftirqs() {}

    /** Told of the frames that a storm ends; null for nobody. */
    void setTrace(Trace trace);
}
