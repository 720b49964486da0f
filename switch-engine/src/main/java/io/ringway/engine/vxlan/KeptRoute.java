package io.ringway.engine.vxlan;

import io.ringway.engine.route.Nexthop;

/**
 * The route that frames to an endpoint go, kept until tables change or its nexthop learns of a destination ({@code struct
 * dst_cache}). An endpoint that moves keeps it, and is then looked for where the one before was ({@code vxlan_core.c:
 * vxlan_snoop()}).
 */
final class KeptRoute {
    private boolean known;
    private int destination;
    private int generation;
    private Nexthop way;
    private int lessons;

    /** The destination to ask for: the one that the route was found for, else that which is wanted. */
    int destination(int wanted, int currentGeneration) {
        known &= generation == currentGeneration && (way == null || way.lessons() == lessons);
        return known ? destination : wanted;
    }

    void keep(int asked, int currentGeneration, Nexthop found) {
        known = true;
        destination = asked;
        generation = currentGeneration;
        way = found;
        lessons = found == null ? 0 : found.lessons();
    }

    void forget() {
        known = false;
    }
}
