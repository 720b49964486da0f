package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.packet.Stage;
import io.ringway.packet.UdpHeader;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * What tunnels over UDP need of the namespace in which they begin and end: ports to listen at, routes, and the way out
 * ({@code udp_tunnel_core.c}). A mute namespace keeps the ports open: a tunnel forwards, and answers nothing.
 */
public final class UdpTunnels {
    private final Ipv4Stack stack;
    private final Stage output;
    private final Int2ObjectHashMap<Stage> byPort = new Int2ObjectHashMap<>();

    UdpTunnels(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
    }

    /** Null when no tunnel has that port. */
    public Stage at(int port) {
        return byPort.get(port);
    }

    /** Opens the port: {@code receiver} gets frames whose UDP checksum is right, without bytes behind the datagram. */
    public void open(int port, Stage receiver) {
        byPort.put(port, receiver);
    }

    public void close(int port) {
        byPort.remove(port);
    }

    /** Whether a packet for this host goes to a tunnel. */
    boolean takes(Frame frame) {
        if (byPort.isEmpty()) {
            return false;
        }
        int udp = frame.transportOffset();
        return Ipv4Header.protocol(frame, frame.networkOffset()) == Ipv4Header.PROTOCOL_UDP
                && frame.length() >= udp + UdpHeader.LENGTH
                && byPort.containsKey(UdpHeader.destinationPort(frame, udp));
    }

    /**
     * The way to a tunnel's other end; null when there is none, or when {@code source} is no address of this namespace
     * ({@code udp_tunnel_dst_lookup()}).
     *
     * @param ifindex the device that it must lead out by, which then needs no route; 0 for any
     * @param source 0 for any
     */
    public Route route(int destination, int ifindex, int source) {
        if (source != 0 && stack.addressType(source, 0) != AddressType.LOCAL) {
            return null;
        }
        Route route = stack.outputRoute(destination);
        if (ifindex == 0 || (route != null && route.device().ifindex() == ifindex)) {
            return route;
        }
        Device out = stack.device(ifindex);
        return out == null || !out.isUp() ? null : by(out, destination);
    }

    /** The longest prefix that leads out by one device, or the destination as if it were on its link. */
    private Route by(Device out, int destination) {
        Route best = null;
        for (Route route : stack.routing().routes()) {
            boolean better = best == null
                    || route.destination().length() > best.destination().length();
            if (route.device() == out && better && route.destination().contains(destination)) {
                best = route;
            }
        }
        return best != null
                ? best
                : new Route(new Ipv4Prefix(destination, 32), AddressType.UNICAST, out, 0, 0, Scope.LINK, 0, "kernel");
    }

    /** The device that a route leads out by. */
    public Device device(Route route) {
        return stack.outputDevice(route);
    }

    public int sourceFor(Route route, int destination) {
        return stack.sourceFor(route, destination);
    }

    public int nextIpId(int destination) {
        return stack.nextIpId(destination);
    }

    /** Where an encapsulated packet enters, its header written and its route set ({@code iptunnel_xmit()}). */
    public Stage output() {
        return output;
    }
}
