package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;

/**
 * The Ethernet header that a neighbour keeps once it was sent something ({@code struct hh_cache}): while the neighbour is
 * connected it is used as it is, so that it outlives another address of the device of which nobody was told.
 */
final class NeighbourHeader {
    private final Device device;
    private boolean kept;
    private long source;

    NeighbourHeader(Device device) {
        this.device = device;
    }

    boolean isKept() {
        return kept;
    }

    /** {@code neigh_hh_init()}: only the first time. */
    void keep() {
        if (!kept) {
            kept = true;
            source = device.mac();
        }
    }

    void forget() {
        kept = false;
    }

    /** What a frame is from ({@code neigh_output()}). */
    long source(boolean connected) {
        return kept && connected ? source : device.mac();
    }
}
