package io.ringway.engine.core;

import io.ringway.packet.Stage;

/** A stage behind a queue of its own, which may keep frames until its turn ends ({@code napi_complete_done()}). */
public interface PolledStage extends Stage {
    /** The queue is empty or has given its weight: what was kept goes on. */
    void endPoll();
}
