package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;

/**
 * The options of a packet whose route is known: malformed ones are answered, a source route is followed where that is
 * allowed ({@code ip_input.c:ip_rcv_options()}, {@code ip_options.c:ip_options_rcv_srr()}).
 */
final class OptionsInput {
    private static final int DESTINATION = 16;

    private final Ipv4Stack stack;
    private final InputRoute routes;
    private final OptionsReader reader;

    OptionsInput(Ipv4Stack stack, InputRoute routes) {
        this.stack = stack;
        this.routes = routes;
        reader = new OptionsReader(stack);
    }

    /**
     * Takes the frame where it returns false: dropped, or sent on by its source route.
     *
     * @param type of the route to the packet's destination
     */
    boolean pass(Frame frame, Device in, AddressType type) {
        boolean here = type != AddressType.UNICAST && type != AddressType.UNREACHABLE;
        int wrong = reader.read(frame, ownAddress(frame, in, type));
        if (wrong != 0) {
            stack.snmp().count(SnmpCounter.IP_IN_HDR_ERRORS);
            tell(frame, wrong, here);
            stack.drop(frame, "ip_rcv", DropReason.IP_INHDR);
            return false;
        }
        if (IpOptions.at(frame.ipOptions(), IpOptions.SOURCE_ROUTE_AT) == 0) {
            return true;
        }
        return sourceRoute(frame, in, type);
    }

    /** For a packet that waited in vain: its options are read again ({@code route.c:ipv4_send_dest_unreach()}). */
    boolean readAgain(Frame frame) {
        return reader.read(frame, ownAddress(frame, null, AddressType.UNICAST)) == 0;
    }

    private void tell(Frame frame, int pointer, boolean here) {
        stack.icmpError().send(frame, IcmpHeader.PARAMETER_PROBLEM, 0, pointer << 24, here);
    }

    private int ownAddress(Frame frame, Device in, AddressType type) {
        int at = frame.networkOffset();
        if (type == AddressType.LOCAL) {
            return Ipv4Header.destination(frame, at);
        }
        return KnownAddress.of(stack, frame, at, in);
    }

    private boolean sourceRoute(Frame frame, Device in, AddressType type) {
        boolean allowed = stack.settings().all().isOn(Setting.ACCEPT_SOURCE_ROUTE)
                && stack.settings().of(in).isOn(Setting.ACCEPT_SOURCE_ROUTE);
        if (!allowed || frame.packetType() != PacketType.HOST) {
            return refuse(frame);
        }
        if (type == AddressType.UNICAST) {
            if (!IpOptions.has(frame.ipOptions(), IpOptions.STRICT)) {
                return true;
            }
            tell(frame, DESTINATION, false);
            return refuse(frame);
        }
        return type == AddressType.LOCAL ? follow(frame, in) : refuse(frame);
    }

    /** Of the hops that are left, those that are this host itself are taken at once. */
    private boolean follow(Frame frame, Device in) {
        int at = frame.networkOffset();
        int option = at + IpOptions.at(frame.ipOptions(), IpOptions.SOURCE_ROUTE_AT);
        int bytes = frame.u8(option + 1);
        for (int pointer = frame.u8(option + 2); pointer <= bytes; pointer += 4) {
            if (pointer + 3 > bytes) {
                tell(frame, option - at + 2, true);
                return refuse(frame);
            }
            int hop = frame.i32(option + pointer - 1);
            AddressType next = routes.typeTowards(frame, in, hop);
            if (next == AddressType.UNICAST) {
                IpOptions.mark(frame, IpOptions.ROUTE_HIT | IpOptions.CHANGED);
                routes.forwardToHop(frame);
                return false;
            }
            if (next != AddressType.LOCAL) {
                return refuse(frame);
            }
            frame.putI32(at + DESTINATION, hop);
            IpOptions.mark(frame, IpOptions.CHANGED);
        }
        return true;
    }

    private boolean refuse(Frame frame) {
        stack.drop(frame, "ip_rcv", DropReason.NOT_SPECIFIED);
        return false;
    }
}
