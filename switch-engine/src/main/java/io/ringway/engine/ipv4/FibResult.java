package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;

/** What a lookup found ({@code struct fib_result}); reused by whoever asks. */
public final class FibResult {
    Route route;
    Nexthop nexthop;
    int table;

    void found(Route match, Nexthop way) {
        route = match;
        nexthop = way;
    }

    void clear() {
        route = null;
        nexthop = null;
    }

    /** Null when nothing was found, or a packet goes its way without a route (a limited broadcast). */
    public Route route() {
        return route;
    }

    /** The table that was asked: {@code main} also for a local route, as long as both are one. */
    public int table() {
        return table;
    }

    public Nexthop nexthop() {
        return nexthop;
    }

    AddressType type() {
        return route.type();
    }

    Device device() {
        return nexthop.device();
    }
}
