package io.ringway.engine.ipv4;

import io.ringway.engine.core.Trace;
import io.ringway.nat.AddressType;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;

/** A namespace as its rules see it, and whom they tell what they decide. */
final class RulesView implements NamespaceView {
    private final Ipv4Stack stack;
    private final Rerouting rerouting;
    private Trace tracedTo;

    RulesView(Ipv4Stack stack) {
        this.stack = stack;
        rerouting = new Rerouting(stack);
    }

    /**
     * The rules write into this trace from now on.
     *
     * @param trace null for none
     */
    void follow(Trace trace) {
        if (trace != tracedTo) {
            tracedTo = trace;
            stack.netfilter().setTrace(trace == null ? null : new NetfilterTrace(trace, stack));
        }
    }

    @Override
    public String interfaceName(int ifindex) {
        return stack.interfaceName(ifindex);
    }

    @Override
    public AddressType addressType(int address, int ifindex) {
        return stack.addressType(address, ifindex);
    }

    @Override
    public int masqueradeAddress(int egressIfindex, int nextHop) {
        return stack.routing().select(stack.device(egressIfindex), nextHop, Scope.UNIVERSE);
    }

    @Override
    public boolean routeAgain(Frame frame) {
        return rerouting.route(frame);
    }

    @Override
    public long nowNs() {
        return stack.kernel().nowNs();
    }
}
