package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;

/**
 * The reverse path check: may a packet with this source come in there? ({@code fib_frontend.c:fib_validate_source()}).
 */
public final class SourceCheck {
    private final Routing routing;
    private final StackSettings settings;
    private final Flow back = new Flow();
    private final FibResult result = new FibResult();
    private boolean onLink;

    public SourceCheck(Routing routing, StackSettings settings) {
        this.routing = routing;
        this.settings = settings;
    }

    /** Whether the source that was found good last is a direct neighbour, so that a redirect makes sense. */
    public boolean sourceIsOnLink() {
        return onLink;
    }

    /**
     * @param flow the packet, as it came in
     * @param destination 0 for a broadcast
     * @param out ifindex of the way on, 0 for this host
     * @return null when the source may come in by this device
     */
    public DropReason check(Device in, Flow flow, int destination, int out) {
        int mode = settings.reversePathMode(in);
        onLink = false;
        if (mode == 0 && (in.ifindex() != out || !settings.sendsRedirects(in))) {
            if (settings.acceptsLocal(in)) {
                return null;
            }
            if (!routing.hasCustomLocalRoutes() && !routing.rules().custom()) {
                return routing.isOwn(flow.source) ? DropReason.IP_LOCAL_SOURCE : null;
            }
        }
        return fullCheck(in, flow, destination, out, mode);
    }

    private DropReason fullCheck(Device in, Flow flow, int destination, int out, int mode) {
        back.to(flow.source).from(destination).in(out == 0 ? Flow.LOOPBACK : out);
        back.tos = flow.tos;
        back.mark = settings.checksSourceByMark(in) ? flow.mark : 0;
        if (routing.rules().askForPorts()) {
            back.ports(flow.protocol, flow.destinationPort, flow.sourcePort);
        }
        DropReason last = mode == 0 ? null : DropReason.IP_RPFILTER;
        if (routing.lookup(back, result) != null) {
            return last;
        }
        if (result.type() != AddressType.UNICAST) {
            if (result.type() != AddressType.LOCAL) {
                return DropReason.IP_INVALID_SOURCE;
            }
            if (!settings.acceptsLocal(in)) {
                return DropReason.IP_LOCAL_SOURCE;
            }
        }
        if (comesBackBy(in)) {
            onLink = result.nexthop().scope() >= Scope.HOST;
            return null;
        }
        if (routing.addressesOf(in).isEmpty()) {
            return last;
        }
        if (mode == 1) {
            return DropReason.IP_RPFILTER;
        }
        askAgain(in);
        return null;
    }

    /** Any way of the route will do ({@code fib_info_nh_uses_dev()}). */
    private boolean comesBackBy(Device in) {
        for (int i = 0; i < result.route().nexthops().size(); i++) {
            if (result.route().nexthops().get(i).device() == in) {
                return true;
            }
        }
        return result.type() == AddressType.LOCAL && in instanceof Loopback;
    }

    /** The best route leads elsewhere: is there another one by this device? */
    private void askAgain(Device in) {
        back.out = in.ifindex();
        back.ignoresLinkState = true;
        onLink = routing.lookup(back, result) == null
                && result.type() == AddressType.UNICAST
                && result.nexthop().scope() >= Scope.HOST;
    }
}
