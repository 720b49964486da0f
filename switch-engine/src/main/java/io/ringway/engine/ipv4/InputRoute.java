package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/**
 * Where a received packet goes: up, on, or nowhere; martians go nowhere
 * ({@code route.c:ip_route_input_slow(), ip_error()}).
 */
final class InputRoute implements Stage {
    private static final int ALL_HOSTS = 0xe000_0001;

    private final Ipv4Stack stack;
    private final Stage input;
    private final Stage forward;

    InputRoute(Ipv4Stack stack, Stage input, Stage forward) {
        this.stack = stack;
        this.input = input;
        this.forward = forward;
    }

    @Override
    public void receive(Frame frame) {
        int at = frame.networkOffset();
        long addresses = Ipv4Header.addresses(frame, at);
        int source = (int) (addresses >>> 32);
        int destination = (int) addresses;
        Device in = stack.device(frame.ingressIfindex());
        if (in == stack.loopback() && frame.egressIfindex() == in.ifindex()) {
            deliver(frame);
            return;
        }
        if (Ipv4Address.isMulticast(destination)) {
            multicast(frame, destination);
            return;
        }
        DropReason martian = martian(in, source, destination);
        if (martian != null) {
            refuse(frame, martian);
            return;
        }
        if (destination == Ipv4Address.BROADCAST || (source == 0 && destination == 0)) {
            broadcast(frame, in, source);
            return;
        }
        route(frame, in, source, destination);
    }

    private void route(Frame frame, Device in, int source, int destination) {
        Route route = stack.lookup(destination);
        AddressType type = route == null ? AddressType.UNREACHABLE : route.type();
        if (type == AddressType.BROADCAST) {
            broadcast(frame, in, source);
        } else if (type == AddressType.LOCAL) {
            DropReason invalid = stack.validateSource(in, source);
            if (invalid != null) {
                refuse(frame, invalid);
            } else {
                deliver(frame);
            }
        } else if (!stack.settings().forwards(in)) {
            noForwarding(frame);
        } else if (type == AddressType.UNICAST) {
            forward(frame, in, source, destination, route);
        } else {
            unreachable(frame, route);
        }
    }

    private void forward(Frame frame, Device in, int source, int destination, Route route) {
        DropReason invalid = stack.validateSource(in, source);
        if (invalid != null) {
            refuse(frame, invalid);
            return;
        }
        frame.setRoute(route.device().ifindex(), route.nextHop(destination));
        if (stack.kernel().trace() != null) {
            stack.trace(
                    frame,
                    "route",
                    "forward by " + route.device().name() + " to " + Ipv4Address.format(frame.nextHop()));
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
        Route route = stack.lookup(destination);
        return route != null
                && route.type() == AddressType.LOCAL
                && martian(in, source, destination) == null
                && stack.acceptableSource(in, source);
    }

    private void broadcast(Frame frame, Device in, int source) {
        if (!Ipv4Address.isZeroNet(source)) {
            DropReason invalid = stack.validateSource(in, source);
            if (invalid != null) {
                refuse(frame, invalid);
                return;
            }
        }
        countOctets(frame, SnmpCounter.IP_EXT_IN_BCAST_PKTS, SnmpCounter.IP_EXT_IN_BCAST_OCTETS);
        deliver(frame);
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

    /** {@code route.c:ip_error()} of a host that forwards nothing. */
    private void noForwarding(Frame frame) {
        stack.snmp().count(SnmpCounter.IP_IN_ADDR_ERRORS);
        stack.drop(frame, "route", DropReason.IP_INADDRERRORS);
    }

    private void multicast(Frame frame, int destination) {
        if (destination == ALL_HOSTS) {
            countOctets(frame, SnmpCounter.IP_EXT_IN_MCAST_PKTS, SnmpCounter.IP_EXT_IN_MCAST_OCTETS);
            deliver(frame);
        } else {
            stack.drop(frame, "route", DropReason.NOT_SPECIFIED);
        }
    }

    private DropReason martian(Device in, int source, int destination) {
        if (Ipv4Address.isMulticast(source) || source == Ipv4Address.BROADCAST) {
            return DropReason.IP_INVALID_SOURCE;
        }
        if (destination == Ipv4Address.BROADCAST || (source == 0 && destination == 0)) {
            return null;
        }
        if (Ipv4Address.isZeroNet(source)) {
            return DropReason.IP_INVALID_SOURCE;
        }
        if (Ipv4Address.isZeroNet(destination)) {
            return DropReason.IP_INVALID_DEST;
        }
        boolean loopbackAddress = Ipv4Address.isLoopback(destination) || Ipv4Address.isLoopback(source);
        return loopbackAddress && !stack.settings().routesLocalnet(in) ? DropReason.IP_LOCALNET : null;
    }

    /** Answers with the error that the missing or refusing route stands for, five at once and then one a second. */
    private void unreachable(Frame frame, Route route) {
        AddressType type = route == null ? AddressType.UNSPEC : route.type();
        if (type == AddressType.BLACKHOLE || type == AddressType.MULTICAST) {
            stack.drop(frame, "route", DropReason.NOT_SPECIFIED);
            return;
        }
        int code = switch (type) {
            case UNREACHABLE -> IcmpError.HOST_UNREACHABLE;
            case PROHIBIT -> IcmpError.PACKET_FILTERED;
            default -> IcmpError.NET_UNREACHABLE;
        };
        boolean noRoute = code == IcmpError.NET_UNREACHABLE;
        if (noRoute) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_NO_ROUTES);
        }
        int source = Ipv4Header.source(frame, frame.networkOffset());
        if (stack.peers().get(source).allowsRouteError(stack.kernel().jiffies())) {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, code, 0, false);
        }
        stack.drop(frame, "route", noRoute ? DropReason.IP_INNOROUTES : DropReason.NOT_SPECIFIED);
    }
}
