package io.ringway.engine.core;

/** Something that happens at a moment of virtual time; re-armed and cancelled in place, so that it allocates nothing. */
public final class Timer {
    static final int IDLE = -1;

    private final Runnable action;
    int heapIndex = IDLE;
    long armedNs;
    long deadlineNs;
    long sequence;

    public Timer(Runnable action) {
        this.action = action;
    }

    public boolean isArmed() {
        return heapIndex != IDLE;
    }

    /** When it fires, meaningful while it is armed. */
    public long deadlineNs() {
        return deadlineNs;
    }

    void fire() {
        action.run();
    }

    boolean before(Timer other) {
        return deadlineNs != other.deadlineNs ? deadlineNs < other.deadlineNs : sequence < other.sequence;
    }
}
