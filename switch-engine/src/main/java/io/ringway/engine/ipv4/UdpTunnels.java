package io.ringway.engine.ipv4;

import io.ringway.engine.route.Flow;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;
import io.ringway.packet.UdpHeader;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * What tunnels over UDP need of the namespace in which they begin and end: ports to listen at, routes, and the way out
 * ({@code udp_tunnel_core.c}). A mute namespace keeps the ports open: a tunnel forwards, and answers nothing.
 */
public final class UdpTunnels {
    private final Ipv4Stack stack;
    private final Stage output;
    private final OutputRoute way;
    private final Flow flow = new Flow();
    private final Int2ObjectHashMap<Endpoint> byPort = new Int2ObjectHashMap<>();

    /** Takes the frames for one port. */
    public interface Endpoint extends Stage {
        /** Whether what an error quotes is of one of its tunnels ({@code encap_err_lookup}). */
        boolean sent(Frame frame, int udp);
    }

    UdpTunnels(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
        way = new OutputRoute(stack);
    }

    /** Null when no tunnel has that port. */
    public Endpoint at(int port) {
        return byPort.get(port);
    }

    /** Opens the port: {@code receiver} gets frames whose UDP checksum is right, without bytes behind the datagram. */
    public void open(int port, Endpoint receiver) {
        byPort.put(port, receiver);
    }

    public void close(int port) {
        byPort.remove(port);
    }

    /** The ports that are open now. */
    public List<Integer> ports() {
        return byPort.keySet().stream().sorted().toList();
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

    /** Whether a tunnel sent the datagram that an error quotes ({@code udp.c:__udp4_lib_err_encap()}). */
    boolean sent(Frame frame, int udp) {
        Endpoint endpoint = byPort.get(UdpHeader.sourcePort(frame, udp));
        if (endpoint == null) {
            endpoint = byPort.get(UdpHeader.destinationPort(frame, udp));
        }
        return endpoint != null && endpoint.sent(frame, udp);
    }

    /**
     * The way to a tunnel's other end; null when there is none, or when {@code source} is no address of this namespace
     * ({@code udp_tunnel_dst_lookup()}).
     *
     * @param ifindex the device that it must lead out by, which then needs no route; 0 for any
     * @param source 0 for any
     * @param tos of the packet outside
     * @param mark of the frame inside
     */
    public OutputRoute route(
            int destination, int ifindex, int source, int tos, int mark, int sourcePort, int destinationPort) {
        flow.to(destination).from(source).out(ifindex).tos(tos).mark(mark);
        flow.ports(Ipv4Header.PROTOCOL_UDP, sourcePort, destinationPort);
        return way.find(flow, false) == null ? way : null;
    }

    /** The source address of a packet by the route that was asked for last. */
    public int source() {
        return flow.source;
    }

    /** Changes with the routing tables: until then an answer may be kept. */
    public int generation() {
        return stack.routing().generation();
    }

    public int nextIpId(int destination) {
        return stack.peers().nextIpId(destination);
    }

    /** Where an encapsulated packet enters, its header written and its route set ({@code iptunnel_xmit()}). */
    public Stage output() {
        return output;
    }
}
