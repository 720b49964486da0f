package io.ringway.engine.device;

/** What spanning tree would say of a bridge port ({@code BR_STATE_*} of if_bridge.h), by number. */
public enum PortState {
    DISABLED,
    LISTENING,
    LEARNING,
    FORWARDING,
    BLOCKING;

    /** {@code nbp_state_should_learn()}. */
    boolean learns() {
        return this == LEARNING || this == FORWARDING;
    }
}
