package io.ringway.engine.device;

/** The switches of a bridge port ({@code enum net_bridge_port_flags}); those without STP or a querier change nothing. */
public enum PortFlag {
    HAIRPIN,
    GUARD,
    ROOT_BLOCK,
    FASTLEAVE,
    LEARNING,
    FLOOD,
    MCAST_FLOOD,
    BCAST_FLOOD,
    MCAST_TO_UNICAST,
    ISOLATED,
    LOCKED;

    static final int DEFAULTS = LEARNING.bit() | FLOOD.bit() | MCAST_FLOOD.bit() | BCAST_FLOOD.bit();

    int bit() {
        return 1 << ordinal();
    }
}
