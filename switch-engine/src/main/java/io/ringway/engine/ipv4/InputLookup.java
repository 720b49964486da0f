package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.RouteError;
import io.ringway.engine.route.Routing;
import io.ringway.engine.route.SourceCheck;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;

/**
 * What becomes of a received packet, by its addresses ({@code route.c:ip_route_input_slow(), __mkroute_input()}). Holds
 * the last answer; reused by whoever asks.
 */
public final class InputLookup {
    /** The answer in one word. */
    public enum Verdict {
        DELIVER,
        BROADCAST,
        FORWARD,
        /** No route, or one that refuses: see {@link #error}. */
        UNREACHABLE,
        /** No such packet can come in there: see {@link #martian}. */
        MARTIAN
    }

    private static final int LOCAL_MULTICAST = 0xe000_0000;
    private static final int IGMP = 2;

    private final Ipv4Stack stack;
    private final Routing routing;
    private final SourceCheck sources;
    private final FibResult result = new FibResult();
    private RouteError error;
    private DropReason martian;
    private boolean redirects;

    InputLookup(Ipv4Stack stack) {
        this.stack = stack;
        routing = stack.routing();
        sources = new SourceCheck(routing, stack.settings());
    }

    /**
     * @param frame the packet, from which one of several ways is chosen; null when there is none
     */
    public Verdict find(Device in, Flow flow, Frame frame) {
        result.clear();
        redirects = false;
        martian = null;
        if (Ipv4Address.isMulticast(flow.destination)) {
            return verdict(multicast(in, flow), Verdict.DELIVER);
        }
        martian = addresses(in, flow);
        if (martian != null) {
            return Verdict.MARTIAN;
        }
        if (flow.destination == Ipv4Address.BROADCAST || (flow.source == 0 && flow.destination == 0)) {
            return broadcast(in, flow);
        }
        return route(in, flow, frame);
    }

    private Verdict verdict(DropReason reason, Verdict otherwise) {
        martian = reason;
        return reason == null ? otherwise : Verdict.MARTIAN;
    }

    private static boolean cannotSend(int source) {
        return Ipv4Address.isMulticast(source) || source == Ipv4Address.BROADCAST;
    }

    /** The group has to be joined; only link-local groups and IGMP are heard from hosts without address. */
    private DropReason multicast(Device in, Flow flow) {
        if (!stack.igmp(in).hears(flow.destination)) {
            return DropReason.NOT_SPECIFIED;
        }
        if (cannotSend(flow.source)) {
            return DropReason.IP_INVALID_SOURCE;
        }
        if (Ipv4Address.isLoopback(flow.source) && !stack.settings().routesLocalnet(in)) {
            return DropReason.IP_LOCALNET;
        }
        if (Ipv4Address.isZeroNet(flow.source)) {
            boolean heard = (flow.destination & 0xffff_ff00) == LOCAL_MULTICAST || flow.protocol == IGMP;
            return heard ? null : DropReason.IP_INVALID_SOURCE;
        }
        return sources.check(in, flow, 0, 0);
    }

    private DropReason addresses(Device in, Flow flow) {
        if (cannotSend(flow.source)) {
            return DropReason.IP_INVALID_SOURCE;
        }
        if (flow.destination == Ipv4Address.BROADCAST || (flow.source == 0 && flow.destination == 0)) {
            return null;
        }
        if (Ipv4Address.isZeroNet(flow.source)) {
            return DropReason.IP_INVALID_SOURCE;
        }
        if (Ipv4Address.isZeroNet(flow.destination)) {
            return DropReason.IP_INVALID_DEST;
        }
        boolean loopbackAddress = Ipv4Address.isLoopback(flow.destination) || Ipv4Address.isLoopback(flow.source);
        return loopbackAddress && !stack.settings().routesLocalnet(in) ? DropReason.IP_LOCALNET : null;
    }

    private Verdict route(Device in, Flow flow, Frame frame) {
        if (frame != null && routing.rules().askForPorts()) {
            flow.dissect(frame);
        }
        error = routing.lookup(flow, result);
        boolean forwards = stack.settings().forwards(in);
        if (error != null) {
            error = forwards ? error : RouteError.HOST_UNREACHABLE;
            return Verdict.UNREACHABLE;
        }
        AddressType type = result.type();
        if (type == AddressType.BROADCAST && !stack.settings().forwardsBroadcasts(in)) {
            return broadcast(in, flow);
        }
        if (type == AddressType.LOCAL) {
            return verdict(sources.check(in, flow, flow.destination, 0), Verdict.DELIVER);
        }
        if (type != AddressType.BROADCAST && !forwards) {
            error = RouteError.HOST_UNREACHABLE;
            return Verdict.UNREACHABLE;
        }
        if (type != AddressType.UNICAST && type != AddressType.BROADCAST) {
            return verdict(DropReason.IP_INVALID_DEST, Verdict.MARTIAN);
        }
        return forward(in, flow, frame);
    }

    private Verdict forward(Device in, Flow flow, Frame frame) {
        if (result.route().isMultipath()) {
            if (frame == null) {
                routing.multipath().selectThrough(flow, result);
            } else {
                routing.multipath().select(frame, result);
            }
        }
        Device out = result.device();
        martian = sources.check(in, flow, flow.destination, out.ifindex());
        if (martian != null) {
            return Verdict.MARTIAN;
        }
        result.bind(flow.destination, stack.kernel().jiffies());
        redirects = out == in
                && sources.sourceIsOnLink()
                && (stack.settings().sharesMedia(out)
                        || routing.addresses()
                                .share(out, flow.source, result.nexthop().gateway()));
        return Verdict.FORWARD;
    }

    private Verdict broadcast(Device in, Flow flow) {
        return verdict(Ipv4Address.isZeroNet(flow.source) ? null : sources.check(in, flow, 0, 0), Verdict.BROADCAST);
    }

    public FibResult result() {
        return result;
    }

    public RouteError error() {
        return error;
    }

    public DropReason martian() {
        return martian;
    }

    /** Whether the sender could go straight to the next hop, which is on its own link. */
    public boolean redirects() {
        return redirects;
    }
}
