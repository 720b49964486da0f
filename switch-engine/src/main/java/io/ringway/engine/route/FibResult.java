package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;

/** What a lookup found ({@code struct fib_result}); reused by whoever asks. */
public final class FibResult {
    public Route route;
    public Nexthop nexthop;
    int table;
    private LearnedPath learned;

    public void found(Route match, Nexthop way) {
        route = match;
        nexthop = way;
        learned = null;
    }

    public void clear() {
        route = null;
        nexthop = null;
        learned = null;
    }

    /** Looks whether anything was learnt about the destination. */
    public void bind(int destination, long now) {
        learned = nexthop == null ? null : nexthop.learned(destination, now);
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

    /** What was learnt about the destination, null for nothing. */
    public LearnedPath learned() {
        return learned;
    }

    /** The gateway to ask for, 0 when the destination is on the link. */
    public int gateway() {
        if (learned != null && learned.gateway() != 0) {
            return learned.gateway();
        }
        return nexthop != null && nexthop.usesGateway() ? nexthop.gateway() : 0;
    }

    /**
     * What route or path say, 0 for nothing ({@code ip.h:ip_dst_mtu_maybe_forward()}).
     *
     * @param byPath whether a path MTU counts that is not locked
     */
    public int mtu(boolean byPath, long now) {
        if (learned != null && learned.mtu() != 0 && now < learned.expires() && (byPath || mtuLocked())) {
            return learned.mtu();
        }
        return route == null ? 0 : (int) route.metrics().get(RouteMetrics.Metric.MTU);
    }

    public boolean mtuLocked() {
        return (learned != null && learned.mtuLocked())
                || (route != null && route.metrics().isLocked(RouteMetrics.Metric.MTU));
    }

    public AddressType type() {
        return route.type();
    }

    public Device device() {
        return nexthop.device();
    }
}
