package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;

/**
 * A route that somebody wants made or removed ({@code struct fib_config}).
 *
 * @param destination perhaps with host bits, which are refused
 * @param type null for any, when a route is to be removed
 * @param scope {@link Scope#NOWHERE} for any, when a route is to be removed
 * @param protocol 0 for any, when a route is to be removed
 * @param source 0 for none said
 * @param way interface and gateway outside of any list of nexthops
 * @param nexthops several ways; empty when {@code way} is the only one
 */
public record RouteRequest(
        Ipv4Prefix destination,
        int tos,
        AddressType type,
        int scope,
        int metric,
        int protocol,
        int source,
        RouteMetrics metrics,
        int table,
        Way way,
        List<Way> nexthops) {
    /**
     * One way.
     *
     * @param device null for none said
     * @param gateway 0 for none
     */
    public record Way(Device device, int gateway, boolean onLink, int weight) {
        boolean saysNothing() {
            return device == null && gateway == 0;
        }
    }

    /** What to do about a route that is there already, and about one that is not ({@code NLM_F_*}). */
    public enum Mode {
        ADD,
        CHANGE,
        REPLACE,
        APPEND,
        PREPEND,
        TEST;

        boolean exclusive() {
            return this == ADD || this == TEST;
        }

        boolean replaces() {
            return this == REPLACE || this == CHANGE;
        }

        boolean creates() {
            return this != CHANGE && this != TEST;
        }
    }
}
