package io.ringway.conformance.model;

import io.ringway.conformance.kernel.Refusal;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Accounts;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.PacketLog;
import io.ringway.engine.core.Trace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Tap;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabRunner;
import io.ringway.nat.PortDraw;
import io.ringway.nat.conntrack.PortOracle;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The lab in the model, on a clock that the caller moves; times are nanoseconds since the lab's first command. */
public final class ModelLab {
    private final Kernel kernel;
    private final Network network;
    private final LabRunner runner;
    private final ModelState state;
    private final Map<String, Long> delivered = new HashMap<>();
    private final Furnishing furnishing = new Furnishing();
    private long lastTimerNs = Long.MIN_VALUE / 2;
    private long kernelTimerNs = Long.MIN_VALUE / 2;

    public ModelLab(long seed) {
        kernel = new Kernel(seed);
        network = new Network(kernel);
        runner = new LabRunner(network);
        state = new ModelState(network);
        Namespace first = network.namespace(Network.HOST);
        first.setUp(first.device("lo"), true);
        furnishing.furnish(network);
    }

    /** Lets timers fire when the kernel's do; see {@link Kernel#followTicks(long)}. */
    public void followTicks(long zeroNs) {
        kernel.followTicks(zeroNs);
    }

    /** How much every namespace may track, as the machine has it, by the name of the setting. */
    public void setLimits(Map<String, Long> limits) {
        limits.forEach(namespace(Network.HOST).stack().netfilter().connections()::setSysctl);
    }

    /** In which order the kernel goes through a namespace's neighbours; see {@link NeighbourTable#setHashOrder}. */
    public void setNeighbourOrder(String name, List<Integer> addresses) {
        namespace(name).stack().neighbours().setHashOrder(addresses);
    }

    /** Who is asked where a namespace's NAT looks for a free port. */
    public void setPortOracle(String name, PortOracle oracle) {
        namespace(name).stack().netfilter().nat().setPortOracle(oracle);
    }

    /** @throws io.ringway.lab.LabException for what the model refuses */
    public CommandResult run(LabCommand command, long timeNs) {
        advanceTo(timeNs);
        CommandResult result = runner.run(command);
        kernel.executor().settle();
        furnishing.furnish(network);
        return result;
    }

    /** Lets timers fire until then, and remembers when the last one did. */
    public void advanceTo(long timeNs) {
        while (kernel.timers().nextDeadlineNs() <= timeNs) {
            lastTimerNs = kernel.timers().nextDeadlineNs();
            kernelTimerNs = Math.max(kernelTimerNs, kernel.timers().nextLatestNs());
            kernel.advanceTo(lastTimerNs);
        }
        kernel.advanceTo(timeNs);
    }

    public long nowNs() {
        return kernel.nowNs();
    }

    /** Long ago if none did. */
    public long lastTimerNs() {
        return lastTimerNs;
    }

    /** Until when the kernel, whose timers are late, has fired all that fired here. */
    public long kernelTimerNs() {
        return kernelTimerNs;
    }

    public long nextTimerNs() {
        return kernel.timers().nextDeadlineNs();
    }

    /** Frames that wait for something, a neighbour's answer for instance. */
    public long heldFrames() {
        return kernel.accounts().heldFrames();
    }

    public void setTrace(Trace trace) {
        kernel.setTrace(trace);
    }

    /** Who reads what rules log. */
    public void setPacketLog(PacketLog log) {
        kernel.setPacketLog(log);
    }

    /** Who is told of every port that NAT draws. */
    public void watchDraws(Consumer<PortDraw> watcher) {
        kernel.setDrawWatcher(watcher);
    }

    /** Takes the frame and sends it by the interface, as a packet socket would, or by the stack, as a raw one. */
    public Refusal inject(InterfaceName name, Frame frame, long timeNs) {
        advanceTo(timeNs);
        if (name.isStack()) {
            return refusal(network.sendRaw(namespace(name.namespace()), frame, timeNs));
        }
        Device device = device(name);
        Accounts accounts = kernel.accounts();
        long runts = accounts.droppedFrames(DropReason.RUNT_AT_INJECTION);
        long giants = accounts.droppedFrames(DropReason.OVER_MTU_AT_INJECTION);
        network.inject(device, frame, timeNs);
        if (accounts.droppedFrames(DropReason.RUNT_AT_INJECTION) > runts) {
            return Refusal.RUNT;
        }
        if (accounts.droppedFrames(DropReason.OVER_MTU_AT_INJECTION) > giants) {
            return Refusal.OVER_MTU;
        }
        return device.isUp() ? Refusal.NONE : Refusal.DOWN;
    }

    private static Refusal refusal(DropReason reason) {
        if (reason == null) {
            return Refusal.NONE;
        }
        return switch (reason) {
            case OVER_MTU_AT_INJECTION -> Refusal.OVER_MTU;
            case HEADER_AT_INJECTION -> Refusal.RUNT;
            default -> Refusal.NO_ROUTE;
        };
    }

    /** Takes the frame, which arrives at a tap from outside. */
    public Refusal arrive(InterfaceName name, Frame frame, long timeNs) {
        advanceTo(timeNs);
        TapInterface tap = (TapInterface) device(name);
        int length = frame.length();
        network.arrive(tap, frame, timeNs);
        if (length < EthernetHeader.LENGTH) {
            return Refusal.RUNT;
        }
        return tap.isUp() ? Refusal.NONE : Refusal.TAP_DOWN;
    }

    /** All news of carriers arrive. */
    public void bringLinkNews() {
        kernel.linkWatch().settle();
    }

    /** The lab is done: taps get their carrier. */
    public void begin() {
        network.begin();
    }

    public boolean isTap(InterfaceName name) {
        return !name.isStack() && device(name) instanceof TapInterface;
    }

    /** Watches an interface for as long as it stays in its namespace. */
    public void tap(InterfaceName name, boolean promiscuous, Tap tap) {
        Device device = device(name);
        Tap here = (frame, outgoing) -> {
            if (device.namespace().equals(name.namespace())) {
                tap.seen(frame, outgoing);
            }
        };
        device.addTap(here, promiscuous);
    }

    public void mute(String name) {
        Namespace namespace = namespace(name);
        namespace.stack().localEnd().setMute(true);
        namespace.stack().localEnd().setListener(frame -> {
            if (EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4) {
                delivered.merge(name, 1L, Long::sum);
            }
        });
    }

    /** As {@link #mute}, but programs take what is for them: their connections are confirmed. */
    public void take(String name) {
        mute(name);
        namespace(name).stack().localEnd().setConfirming(true);
    }

    /** The UDP ports of a namespace behind which tunnels stand now. */
    public List<Integer> tunnelPorts(String name) {
        return network.namespace(name).stack().tunnels().ports();
    }

    /** How many IPv4 packets reached the stack of a mute namespace. */
    public long delivered(String name) {
        return delivered.getOrDefault(name, 0L);
    }

    /** The other end of a veth pair: who must send what is to arrive here. */
    public InterfaceName peerOf(InterfaceName name) {
        if (device(name) instanceof Veth veth) {
            return new InterfaceName(veth.peer().namespace(), veth.peer().name());
        }
        throw ReplayException.usage(
                name + " is no end of a veth pair and no tap: frames can only arrive at those from outside");
    }

    /** The largest packet that the interface, or stack, sends. */
    public int mtu(InterfaceName name) {
        return name.isStack()
                ? namespace(name.namespace()).device("lo").mtu()
                : device(name).mtu();
    }

    /** @throws ReplayException when the model has no such interface */
    public void check(InterfaceName name) {
        mtu(name);
    }

    /** All interfaces, by namespace. */
    public List<InterfaceName> interfaces() {
        List<InterfaceName> all = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                all.add(new InterfaceName(namespace.name(), device.name()));
            }
        }
        return all;
    }

    /** What a namespace calls this very device, and no other before or after it. */
    public int ifindex(InterfaceName name) {
        return device(name).ifindex();
    }

    public List<String> namespaceNames() {
        return network.namespaces().stream().map(Namespace::name).toList();
    }

    /** Whose frames are injected. */
    public FramePool pool() {
        return kernel.pool();
    }

    /** State of a namespace as one JSON object, see {@link ModelState}. */
    public String state(String name) {
        return state.json(namespace(name));
    }

    private Namespace namespace(String name) {
        Namespace namespace = network.namespace(name);
        if (namespace == null) {
            throw ReplayException.usage("no namespace " + name + " in the lab");
        }
        return namespace;
    }

    private Device device(InterfaceName name) {
        return name.find(network);
    }
}
