package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.RouteError;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.TcpHeader;

/**
 * Where a received packet goes: up, on, or nowhere; martians go nowhere
 * ({@code route.c:ip_route_input_slow(), ip_error()}).
 */
final class InputRoute implements Stage {
    private final Ipv4Stack stack;
    private final Stage input;
    private final Stage forward;
    private final OptionsInput options;
    private final InputLookup lookup;
    private final Flow flow = new Flow();
    private final InputLookup question;
    private final Flow questionFlow = new Flow();

    InputRoute(Ipv4Stack stack, Stage input, Stage forward) {
        this.stack = stack;
        this.input = input;
        this.forward = forward;
        options = new OptionsInput(stack, this);
        lookup = new InputLookup(stack);
        question = new InputLookup(stack);
    }

    @Override
    public void receive(Frame frame) {
        Device in = stack.device(frame.ingressIfindex());
        if (in == stack.loopback() && frame.egressIfindex() == in.ifindex()) {
            fromItself(frame, in);
            return;
        }
        if (frame.egressIfindex() != 0 && frame.packetType() != PacketType.LOOPED_BACK) {
            goByOldRoute(frame, in);
            return;
        }
        if (frame.packetType() == PacketType.LOOPED_BACK) {
            heardBack(frame, in);
            return;
        }
        lookForSocket(frame);
        flow.of(frame).in(in.ifindex());
        flow.protocol = Ipv4Header.protocol(frame, frame.networkOffset());
        Ipvlan owner = stack.ipvlans().ownerOf(frame, flow.destination);
        if (owner != null && owner.takesItself(flow.source, flow.destination)) {
            if (pass(frame, in, AddressType.LOCAL)) {
                deliver(frame);
            }
            return;
        }
        InputLookup.Verdict verdict = lookup.find(in, flow, frame);
        if (verdict == InputLookup.Verdict.MARTIAN) {
            refuse(frame, lookup.martian());
        } else if (pass(frame, in, typeOf(verdict))) {
            go(frame, in, verdict);
        }
    }

    /** No socket is there, but the header of TCP was read for it ({@code tcp_v4_early_demux()}). */
    private static void lookForSocket(Frame frame) {
        if (frame.fragments() == null || frame.packetType() != PacketType.HOST) {
            return;
        }
        int at = frame.networkOffset();
        int payloadBytes = frame.length() - at - Ipv4Header.headerLength(frame, at);
        if (Ipv4Header.protocol(frame, at) == Ipv4Header.PROTOCOL_TCP && payloadBytes >= TcpHeader.MIN_LENGTH) {
            frame.setFragments(frame.fragments().joined(TcpHeader.MIN_LENGTH));
        }
    }

    /** Another copy of what this host sent to everybody, or to a group that it is in. */
    private void heardBack(Frame frame, Device in) {
        boolean group = Ipv4Address.isMulticast(Ipv4Header.destination(frame, frame.networkOffset()));
        if (!pass(frame, in, group ? AddressType.MULTICAST : AddressType.BROADCAST)) {
            return;
        }
        if (group) {
            countOctets(frame, SnmpCounter.IP_EXT_IN_MCAST_PKTS, SnmpCounter.IP_EXT_IN_MCAST_OCTETS);
            deliver(frame);
        } else {
            go(frame, in, InputLookup.Verdict.BROADCAST);
        }
    }

    /** The route was found when the packet was sent, to a group perhaps that only the address of another interface is. */
    private void fromItself(Frame frame, Device in) {
        if (!pass(frame, in, AddressType.LOCAL)) {
            return;
        }
        int destination = Ipv4Header.destination(frame, frame.networkOffset());
        if (Ipv4Address.isMulticast(destination)) {
            countOctets(frame, SnmpCounter.IP_EXT_IN_MCAST_PKTS, SnmpCounter.IP_EXT_IN_MCAST_OCTETS);
            if (!stack.igmp(in).hears(destination)) {
                stack.drop(frame, "route", DropReason.NOT_SPECIFIED);
                return;
            }
        }
        deliver(frame);
    }

    /**
     * What a tunnel sent back into the host without a tunnel still has the route by which it left: what was forwarded is
     * forwarded there again, what was made here ends ({@code skbuff.h:skb_valid_dst()}, {@code dst.c:dst_discard_out()}).
     */
    private void goByOldRoute(Frame frame, Device in) {
        if (!pass(frame, in, AddressType.UNICAST)) {
            return;
        }
        if (frame.egressIfindex() == OutputRoute.NO_WAY_IN) {
            stack.drop(frame, "route", DropReason.NOT_SPECIFIED);
        } else {
            frame.setRedirects(false);
            forward.receive(frame);
        }
    }

    private void go(Frame frame, Device in, InputLookup.Verdict verdict) {
        switch (verdict) {
            case DELIVER -> {
                if (Ipv4Address.isMulticast(flow.destination)) {
                    countOctets(frame, SnmpCounter.IP_EXT_IN_MCAST_PKTS, SnmpCounter.IP_EXT_IN_MCAST_OCTETS);
                }
                deliver(frame);
            }
            case BROADCAST -> {
                countOctets(frame, SnmpCounter.IP_EXT_IN_BCAST_PKTS, SnmpCounter.IP_EXT_IN_BCAST_OCTETS);
                deliver(frame);
            }
            case FORWARD -> forward(frame);
            default -> unreachable(frame, in);
        }
    }

    private AddressType typeOf(InputLookup.Verdict verdict) {
        return switch (verdict) {
            case DELIVER -> Ipv4Address.isMulticast(flow.destination) ? AddressType.MULTICAST : AddressType.LOCAL;
            case BROADCAST -> AddressType.BROADCAST;
            case FORWARD -> AddressType.UNICAST;
            default -> AddressType.UNREACHABLE;
        };
    }

    /** False when the packet's options kept it from going where its destination says; it is gone then. */
    private boolean pass(Frame frame, Device in, AddressType type) {
        return Ipv4Header.headerLength(frame, frame.networkOffset()) == Ipv4Header.MIN_LENGTH
                || options.pass(frame, in, type);
    }

    OptionsInput options() {
        return options;
    }

    /** Where the packet would go if that were its destination, null for nowhere. */
    AddressType typeTowards(Frame frame, Device in, int hop) {
        flow.of(frame).in(in.ifindex());
        flow.destination = hop;
        InputLookup.Verdict verdict = lookup.find(in, flow, frame);
        return verdict == InputLookup.Verdict.MARTIAN ? null : typeOf(verdict);
    }

    /** Sends a packet on to the hop that was asked for last. */
    void forwardToHop(Frame frame) {
        forward(frame);
    }

    private void refuse(Frame frame, DropReason reason) {
        if (reason == DropReason.IP_RPFILTER) {
            stack.snmp().count(SnmpCounter.TCP_EXT_IP_REVERSE_PATH_FILTER);
        }
        stack.drop(frame, "route", reason);
    }

    private void countOctets(Frame frame, SnmpCounter packets, SnmpCounter octets) {
        stack.snmp().count(packets, octets, frame.length() - frame.networkOffset());
    }

    private void forward(Frame frame) {
        FibResult way = lookup.result();
        if (way.type() == AddressType.BROADCAST) {
            countOctets(frame, SnmpCounter.IP_EXT_IN_BCAST_PKTS, SnmpCounter.IP_EXT_IN_BCAST_OCTETS);
        }
        int gateway = way.gateway();
        frame.setRoute(way.device().ifindex(), gateway != 0 ? gateway : flow.destination);
        frame.setRouteMtu(way.mtu(
                stack.settings().path().forwardsByPathMtu(), stack.kernel().jiffies()));
        frame.setRedirects(lookup.redirects());
        if (stack.kernel().trace() != null) {
            stack.trace(
                    frame, "route", "forward by " + way.device().name() + " to " + Ipv4Address.format(frame.nextHop()));
        }
        forward.receive(frame);
    }

    private void deliver(Frame frame) {
        if (stack.kernel().trace() != null) {
            stack.trace(frame, "route", "local");
        }
        if (!Ipv4Header.isFragment(frame, frame.networkOffset())) {
            input.receive(frame);
            return;
        }
        Frame whole = stack.reassembly().gather(frame, FragmentUser.LOCAL_DELIVER);
        if (whole != null) {
            input.receive(whole);
        }
    }

    /** Whether a packet that comes in there with these addresses would be delivered here ({@code RTN_LOCAL}). */
    boolean isForThisHost(Device in, int source, int destination) {
        questionFlow.to(destination).from(source).in(in.ifindex());
        return question.find(in, questionFlow, null) == InputLookup.Verdict.DELIVER
                && question.result().route() != null;
    }

    /** By which device a packet would be forwarded; null if it would not be. */
    Device forwardsBy(Device in, int source, int destination) {
        questionFlow.to(destination).from(source).in(in.ifindex());
        boolean forwarded = question.find(in, questionFlow, null) == InputLookup.Verdict.FORWARD;
        return forwarded ? question.result().device() : null;
    }

    /** Answers with the error that the missing or refusing route stands for, five at once and then one a second. */
    private void unreachable(Frame frame, Device in) {
        RouteError error = lookup.error();
        if (!stack.settings().forwards(in)) {
            stack.snmp().count(SnmpCounter.IP_IN_ADDR_ERRORS);
            stack.drop(frame, "route", DropReason.IP_INADDRERRORS);
            return;
        }
        int code = switch (error) {
            case HOST_UNREACHABLE -> IcmpError.HOST_UNREACHABLE;
            case PROHIBITED -> IcmpError.PACKET_FILTERED;
            case NETWORK_UNREACHABLE -> IcmpError.NET_UNREACHABLE;
            default -> -1;
        };
        boolean noRoute = error == RouteError.NETWORK_UNREACHABLE;
        if (noRoute) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_NO_ROUTES);
        }
        if (code >= 0
                && stack.peers()
                        .get(flow.source)
                        .allowsRouteError(stack.kernel().jiffies())) {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, code, 0, false);
        }
        stack.drop(frame, "route", noRoute ? DropReason.IP_INNOROUTES : DropReason.NOT_SPECIFIED);
    }
}
