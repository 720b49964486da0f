package io.ringway.engine.ipv4;

import io.ringway.engine.route.Flow;
import io.ringway.engine.route.Routing;
import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;

/**
 * Finds the way of a packet made here once more, after rules changed what it depends on ({@code
 * netfilter.c:ip_route_me_harder()}): a source that is a stranger's will do, and ports no longer count.
 */
final class Rerouting {
    private final Routing routing;
    private final OutputRoute way;
    private final Flow flow = new Flow();

    Rerouting(Ipv4Stack stack) {
        routing = stack.routing();
        way = new OutputRoute(stack);
    }

    /** False when there is no way; the frame then keeps the one that it had. */
    boolean route(Frame frame) {
        flow.of(frame);
        AddressType type = routing.type(flow.source, null);
        if (type != AddressType.LOCAL && type != AddressType.UNICAST) {
            flow.source = 0;
        }
        if (way.find(flow, true) != null) {
            return false;
        }
        way.apply(frame, flow.destination);
        return true;
    }
}
