package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Flow;
import io.ringway.nat.Hook;
import io.ringway.nat.conntrack.Connections;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * Sends a copy of a packet to another gateway, as one made here that nobody tracks ({@code nf_dup_ipv4.c:nf_dup_ipv4()}). A copy is not
 * copied again.
 */
final class Duplication {
    private final Ipv4Stack stack;
    private final OutputRoute way;
    private final Flow flow = new Flow();
    private boolean duplicating;

    Duplication(Ipv4Stack stack) {
        this.stack = stack;
        way = new OutputRoute(stack);
    }

    /** The frame stays the caller's. */
    void send(Frame frame, Hook hook, int gateway, String out) {
        if (duplicating) {
            return;
        }
        int at = frame.networkOffset();
        int outIfindex = out.isEmpty() ? 0 : ifindexOf(out);
        flow.to(gateway).tos(Ipv4Header.tos(frame, at)).out(outIfindex);
        Frame copy = stack.kernel().copy(frame);
        Connections.untrack(copy);
        if (copy.fragments() != null) {
            copy.setFragments(copy.fragments().withoutPieces());
        }
        boolean received = hook == Hook.PREROUTING || hook == Hook.INPUT;
        if (received) {
            Ipv4Header.rewriteTtl(copy, at, Ipv4Header.ttl(copy, at) - 1 & 0xff);
        }
        Ipv4Header.reshape(copy, at, Ipv4Header.totalLength(copy, at), copy.u16(at + 6) | Ipv4Header.DONT_FRAGMENT);
        if (way.find(flow, false) != null) {
            stack.drop(copy, "tee", DropReason.NOT_SPECIFIED);
            return;
        }
        // Where no route leads out by that interface, nobody remembers the gateway (route.c:rt_set_nexthop()).
        way.apply(copy, way.route() == null ? Ipv4Header.destination(copy, at) : gateway);
        copy.setIngressIfindex(copy.egressIfindex());
        duplicating = true;
        stack.sendRouted(copy);
        duplicating = false;
        // What the copy caused comes before the packet itself, where a program sends: nf_dup_ipv4() lets softirqs in at
        // its end.
        stack.kernel().executor().allowSoftirqs();
    }

    /** An interface that is not there is none at all ({@code xt_TEE.c:tee_netdev_event()}). */
    private int ifindexOf(String name) {
        return stack.devices().stream()
                .filter(device -> device.name().equals(name))
                .mapToInt(Device::ifindex)
                .findFirst()
                .orElse(0);
    }
}
