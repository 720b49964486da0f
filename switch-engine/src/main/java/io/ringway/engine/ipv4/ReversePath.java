package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;

/** Where a packet's source would be sent to, as a rule asks it ({@code ipt_rpfilter.c:rpfilter_mt()}). */
final class ReversePath {
    private static final int LOCAL_MULTICAST = 0xe000_0000;
    private static final int LOCAL_MULTICAST_MASK = 0xffff_ff00;

    private final Ipv4Stack stack;
    private final Flow back = new Flow();
    private final FibResult result = new FibResult();

    ReversePath(Ipv4Stack stack) {
        this.stack = stack;
    }

    /**
     * @param anyInterface whether a way back by another interface will do
     * @param byMark whether the packet's mark chooses the way
     * @param acceptsLocal whether an address of this namespace may come in
     */
    boolean leadsBack(Frame frame, boolean anyInterface, boolean byMark, boolean acceptsLocal) {
        Device in = stack.device(frame.ingressIfindex());
        if (frame.packetType() == PacketType.LOOPED_BACK || in instanceof Loopback) {
            return true;
        }
        int at = frame.networkOffset();
        int source = Ipv4Header.source(frame, at);
        int destination = Ipv4Header.destination(frame, at);
        if (Ipv4Address.isZeroNet(source)
                && (destination == Ipv4Address.BROADCAST || (destination & LOCAL_MULTICAST_MASK) == LOCAL_MULTICAST)) {
            return true;
        }
        back.to(source).from(canAnswer(destination) ? destination : 0).tos(Ipv4Header.tos(frame, at));
        back.mark(byMark ? frame.mark() : 0);
        back.ignoresLinkState = true;
        if (stack.routing().lookup(back, result) != null) {
            return false;
        }
        if (result.type() != AddressType.UNICAST && (result.type() != AddressType.LOCAL || !acceptsLocal)) {
            return false;
        }
        return anyInterface || uses(in);
    }

    private static boolean canAnswer(int address) {
        return !Ipv4Address.isMulticast(address) && address != Ipv4Address.BROADCAST && !Ipv4Address.isZeroNet(address);
    }

    /** Any way of the route will do ({@code fib_info_nh_uses_dev()}). */
    private boolean uses(Device in) {
        for (int i = 0; i < result.route().nexthops().size(); i++) {
            if (result.route().nexthops().get(i).device() == in) {
                return true;
            }
        }
        return false;
    }
}
