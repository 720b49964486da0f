package io.ringway.engine.ipv4;

import io.ringway.engine.core.Trace;
import io.ringway.engine.device.Device;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.nat.AddressType;
import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.nat.PortDraw;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.List;

/** A namespace as its rules see it, and whom they tell what they decide. */
final class RulesView implements NamespaceView {
    private final Ipv4Stack stack;
    private final Rerouting rerouting;
    private final ReversePath reversePath;
    private final Duplication duplication;
    private final OutputRoute wayBack;
    private final Flow flow = new Flow();
    private Trace tracedTo;

    RulesView(Ipv4Stack stack) {
        this.stack = stack;
        rerouting = new Rerouting(stack);
        reversePath = new ReversePath(stack);
        duplication = new Duplication(stack);
        wayBack = new OutputRoute(stack);
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
        Device device = stack.device(ifindex);
        return device == null ? "" : device.name();
    }

    @Override
    public AddressType addressType(int address, int ifindex) {
        return stack.routing().type(address, ifindex == 0 ? null : stack.device(ifindex));
    }

    @Override
    public int masqueradeAddress(int egressIfindex, int nextHop) {
        return stack.routing().select(stack.device(egressIfindex), nextHop, Scope.UNIVERSE);
    }

    @Override
    public int firstAddress(int ifindex) {
        List<InterfaceAddress> addresses = stack.routing().addressesOf(stack.device(ifindex));
        return addresses.isEmpty() ? 0 : addresses.get(0).prefix().address();
    }

    @Override
    public boolean routeAgain(Frame frame) {
        boolean found = rerouting.route(frame);
        if (!found && frame.outcome() != null) {
            frame.outcome().lostItsWay();
        }
        return found;
    }

    @Override
    public int mtuBothWays(Frame frame) {
        int there = PacketOutput.mtu(frame, stack.device(frame.egressIfindex()));
        int source = Ipv4Header.source(frame, frame.networkOffset());
        return wayBack.find(flow.to(source), false) == null ? Math.min(there, wayBack.mtu()) : there;
    }

    @Override
    public void duplicate(Frame frame, Hook hook, int gateway, String out) {
        duplication.send(frame, hook, gateway, out);
    }

    @Override
    public boolean isLogging() {
        return stack.kernel().trace() != null || stack.kernel().packetLog() != null;
    }

    @Override
    public void log(Frame frame, int level, String line) {
        if (stack.kernel().trace() != null) {
            stack.trace(frame, "log", line);
        }
        if (stack.kernel().packetLog() != null) {
            stack.kernel().packetLog().logged(stack.name(), stack.kernel().wallNs(), level, line);
        }
    }

    @Override
    public boolean leadsBack(Frame frame, boolean anyInterface, boolean byMark, boolean acceptsLocal) {
        return reversePath.leadsBack(frame, anyInterface, byMark, acceptsLocal);
    }

    @Override
    public boolean hasUdpSocket(int port) {
        return stack.tunnels().at(port) != null;
    }

    @Override
    public boolean watchesDraws() {
        return stack.kernel().drawWatcher() != null;
    }

    @Override
    public void drew(PortDraw draw) {
        stack.kernel().drawWatcher().accept(draw);
    }

    @Override
    public long nowNs() {
        return stack.kernel().nowNs();
    }

    @Override
    public long timerEndNs(long deadlineNs) {
        return stack.kernel().timerEndNs(deadlineNs);
    }

    @Override
    public long wallNs() {
        return stack.kernel().wallNs();
    }
}
