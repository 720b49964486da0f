package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.LearnedPath;
import io.ringway.engine.route.Route;
import io.ringway.engine.setting.PathSettings;
import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.AddressType;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/**
 * Learns from ICMP messages about packets of this host which way and size later ones should have ({@code
 * route.c:ipv4_update_pmtu(), ipv4_redirect()}).
 */
final class PathLearning {
    private static final long JIFFIES_PER_SECOND = 250;
    private static final long REDIRECT_JIFFIES = 300 * JIFFIES_PER_SECOND;
    private static final int HIGHEST_REDIRECT = 3;
    private static final int CODE_MASK = 7;

    private final Ipv4Stack stack;
    private final OutputRoute way;
    private final Flow flow = new Flow();
    private int echoSockets;

    PathLearning(Ipv4Stack stack) {
        this.stack = stack;
        way = new OutputRoute(stack);
    }

    /** A raw socket for ICMP is open, and learns from what is said about ICMP of any type ({@code raw.c:raw_err()}). */
    void opened() {
        echoSockets++;
    }

    void closed() {
        echoSockets--;
    }

    /** Whether somebody here learns from an error about that packet of this host. */
    boolean learnsAbout(Frame frame, int quote) {
        int beyond = quote + Ipv4Header.headerLength(frame, quote);
        return switch (Ipv4Header.protocol(frame, quote)) {
            case Ipv4Header.PROTOCOL_ICMP -> echoSockets > 0 || IcmpHeader.type(frame, beyond) == IcmpHeader.ECHO_REPLY;
            case Ipv4Header.PROTOCOL_UDP -> stack.tunnels().sent(frame, beyond);
            default -> false;
        };
    }

    /** Somebody on the path said so ({@code ipv4_update_pmtu()}). */
    void fragmentationNeeded(Frame frame, int quote, int told) {
        if (find(frame, quote)) {
            learn(told);
        }
    }

    /**
     * A tunnel says so of a packet that leaves by {@code device}; as a bridge's port that is no way to look for ({@code
     * ip_rt_update_pmtu()}).
     */
    void tooLarge(Frame frame, Device device, int mtu) {
        int ip = EthernetHeader.LENGTH;
        flow.to(Ipv4Header.destination(frame, ip)).from(Ipv4Header.source(frame, ip));
        flow.tos(Ipv4Header.tos(frame, ip)).mark(frame.mark()).out(device.port() == null ? device.ifindex() : 0);
        flow.protocol = Ipv4Header.protocol(frame, ip);
        if (way.find(flow, true) == null) {
            learn(mtu);
        }
    }

    /** {@code __ip_rt_update_pmtu()}. */
    private void learn(int told) {
        if (way.mtuLocked() || way.mtu() < told) {
            return;
        }
        PathSettings settings = stack.settings().path();
        boolean locked = told < settings.minMtu();
        int mtu = locked ? Math.min(way.mtu(), settings.minMtu()) : told;
        long lifetime = settings.expiresSeconds() * JIFFIES_PER_SECOND;
        LearnedPath known = way.learned();
        if (known != null && known.mtu() == mtu && !locked && now() < known.expires() - lifetime / 2) {
            return;
        }
        Route route = way.route();
        if (route != null) {
            for (int i = 0; i < route.nexthops().size(); i++) {
                route.nexthops().get(i).learn(flow.destination).shrink(mtu, locked, now() + lifetime);
            }
        }
    }

    /** {@code __ip_do_redirect()}: from the gateway in use, to a neighbour that is known to be there. */
    void redirected(Frame frame, int quote, int code, int gateway) {
        int adviser = Ipv4Header.source(frame, frame.networkOffset());
        Device in = stack.device(frame.ingressIfindex());
        if ((code & CODE_MASK) > HIGHEST_REDIRECT
                || !find(frame, quote)
                || !way.usesGateway()
                || way.neighbourFor(flow.destination) != adviser
                || gateway == adviser
                || !accepts(in, gateway, adviser)) {
            return;
        }
        Neighbour neighbour = stack.neighbours().findOrCreate(way.device(), gateway);
        if (neighbour.state().isValid()) {
            way.nexthop().learn(flow.destination).redirect(gateway, now() + REDIRECT_JIFFIES);
        } else {
            neighbour.use();
        }
    }

    private boolean accepts(Device in, int gateway, int adviser) {
        StackSettings settings = stack.settings();
        if (!settings.acceptsRedirects(in)
                || Ipv4Address.isMulticast(gateway)
                || gateway == Ipv4Address.BROADCAST
                || Ipv4Address.isZeroNet(gateway)) {
            return false;
        }
        if (settings.sharesMedia(in)) {
            return stack.routing().type(gateway, null) == AddressType.UNICAST;
        }
        return stack.routing().addresses().share(in, gateway, adviser)
                && (!settings.acceptsSecureRedirects(in) || isGateway(in, gateway));
    }

    /** Whether some route leads by it already ({@code fib_semantics.c:ip_fib_check_default()}). */
    private boolean isGateway(Device in, int gateway) {
        return stack.routing().allTables().stream()
                .flatMap(table -> table.routes().stream())
                .flatMap(route -> route.nexthops().stream())
                .anyMatch(hop -> hop.device() == in && hop.gateway() == gateway && !hop.dead());
    }

    private boolean find(Frame frame, int quote) {
        flow.to(Ipv4Header.destination(frame, quote)).from(Ipv4Header.source(frame, quote));
        flow.tos(Ipv4Header.tos(frame, quote));
        flow.protocol = Ipv4Header.protocol(frame, quote);
        return way.find(flow, false) == null;
    }

    private long now() {
        return stack.kernel().jiffies();
    }
}
