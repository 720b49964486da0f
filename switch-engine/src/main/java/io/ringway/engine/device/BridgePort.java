package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/**
 * A device enslaved to a bridge: the receive handler in front of the bridge's decision, and the queueing of what the
 * bridge sends by it ({@code br_input.c:br_handle_frame()}, {@code br_forward.c:br_dev_queue_push_xmit()}).
 */
public final class BridgePort {
    /** 01:80:c2:00:00:0X, which 802.1D keeps on the link. */
    private static final long LINK_LOCAL = 0x0180_c200_0000L;

    private static final int BRIDGE_GROUP = 0x00;
    private static final int MAC_CONTROL = 0x01;
    private static final long CENTISECOND_NS = 10_000_000;

    private final Kernel kernel;
    private final Bridge bridge;
    private final Device device;
    private final int number;
    private final Stage ingress;
    private final Timer forwardDelay = new Timer(this::forwardDelayOver);
    private long forwardDelayOverNs;
    private int flags = PortFlag.DEFAULTS;
    private int groupForwardMask;
    private PortState state = PortState.DISABLED;
    private int priority = 32;

    private int cost;

    private int multicastRouter = 1;

    BridgePort(Kernel kernel, Bridge bridge, Device device, int number) {
        this.kernel = kernel;
        this.bridge = bridge;
        this.device = device;
        this.number = number;
        cost = device.flags().portCost();
        ingress = kernel.executor().direct(this::handle);
    }

    /** Takes what the device receives. */
    Stage ingress() {
        return ingress;
    }

    private void handle(Frame frame) {
        long source = EthernetHeader.source(frame);
        if (!MacAddress.isValidSource(source)) {
            device.drop(frame, DropReason.MAC_INVALID_SOURCE);
            return;
        }
        long destination = EthernetHeader.destination(frame);
        if ((destination & ~0xfL) == LINK_LOCAL) {
            int group = (int) destination & 0xf;
            if (group == MAC_CONTROL) {
                device.drop(frame, DropReason.MAC_IEEE_MAC_CONTROL);
                return;
            }
            int forwarded = groupForwardMask | bridge.settings().groupForwardMask;
            if (group != BRIDGE_GROUP && (forwarded & 1 << group) == 0) {
                keepOnLink(frame, source);
                return;
            }
        }
        if (!state.learns()) {
            device.drop(frame, DropReason.BRIDGE_INGRESS_STP_STATE);
            return;
        }
        if (destination == bridge.mac()) {
            frame.setPacketType(PacketType.HOST);
        }
        if (BridgeNetfilter.isCutShort(frame)) {
            device.drop(frame, DropReason.PKT_TOO_SMALL);
            return;
        }
        BridgeHooks hooks = bridge.home().bridgeHooks();
        if (hooks.see(bridge, frame)) {
            hooks.prerouting(this, frame);
        } else {
            bridge.decide(this, frame);
        }
    }

    /** A frame for this end of the cable only: the port's own device receives it ({@code br_handle_local_finish()}). */
    private void keepOnLink(Frame frame, long source) {
        if (has(PortFlag.LEARNING) && state.learns() && !bridge.settings().noLinkLocalLearn) {
            bridge.fdb().learn(source, this);
        }
        device.reception().deliverToProtocols(frame);
    }

    /** Sends by this port; takes the frame. */
    public void send(Frame frame) {
        if (!device.accepts(frame)) {
            device.drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        device.transmit().receive(frame);
    }

    /** Whether a frame that came in by {@code from} (null: from the bridge itself) may leave by this port. */
    boolean shouldDeliver(BridgePort from) {
        return (from != this || has(PortFlag.HAIRPIN))
                && state == PortState.FORWARDING
                && (from == null || !has(PortFlag.ISOLATED) || !from.has(PortFlag.ISOLATED));
    }

    public boolean isForwarding() {
        return state == PortState.FORWARDING;
    }

    public PortState state() {
        return state;
    }

    /**
     * A command puts the port into a state; without STP a blocking port forwards at once, the others stay
     * ({@code br_netlink.c:br_set_port_state()}).
     *
     * @return false when the device is down or without carrier, so that only DISABLED would do
     */
    public boolean setState(PortState wanted) {
        if (!device.isUp() || (!device.hasCarrier() && wanted != PortState.DISABLED)) {
            return false;
        }
        state = wanted;
        bridge.selectStates();
        boolean waits = state == PortState.LISTENING || state == PortState.LEARNING;
        if (waits && forwardDelayOverNs > kernel.nowNs()) {
            kernel.timers().arm(forwardDelay, forwardDelayOverNs);
        }
        return true;
    }

    /**
     * Without STP there is nothing to wait for ({@code br_make_forwarding()}); the kernel's timer runs nevertheless, and
     * finds something to do if a command meanwhile puts the port back.
     */
    void makeForwarding() {
        if (state != PortState.BLOCKING) {
            return;
        }
        state = PortState.FORWARDING;
        forwardDelayOverNs = kernel.nowNs() + bridge.settings().forwardDelay * CENTISECOND_NS;
    }

    /** {@code br_stp_timer.c:br_forward_delay_timer_expired()}. */
    private void forwardDelayOver() {
        if (state == PortState.LISTENING) {
            state = PortState.LEARNING;
            kernel.timers().arm(forwardDelay, kernel.nowNs() + bridge.settings().forwardDelay * CENTISECOND_NS);
        } else if (state == PortState.LEARNING) {
            state = PortState.FORWARDING;
            bridge.carrier().check();
        }
    }

    /** What is left until the timer of {@code forward_delay} fires; 0 when it does not run. */
    public long forwardDelayLeftNs() {
        long end = forwardDelay.isArmed() ? forwardDelay.deadlineNs() : forwardDelayOverNs;
        return Math.max(0, end - kernel.nowNs());
    }

    /** The lowest number that was free in the bridge ({@code br_if.c:find_portno()}). */
    public int number() {
        return number;
    }

    void macChanged() {
        bridge.portMacChanged(this);
    }

    /** The bridge, the device or its other end went up or down ({@code br_stp_enable_port(), br_stp_disable_port()}). */
    void linkChanged() {
        boolean runs = bridge.isUp() && device.isUp() && device.hasCarrier();
        if (runs == (state != PortState.DISABLED)) {
            return;
        }
        if (runs) {
            state = PortState.BLOCKING;
        } else {
            leave();
            bridge.fdb().forget(this, false);
        }
        bridge.selectStates();
    }

    /** Takes part no longer. */
    void leave() {
        state = PortState.DISABLED;
        kernel.timers().cancel(forwardDelay);
        forwardDelayOverNs = 0;
    }

    public Device device() {
        return device;
    }

    public Bridge bridge() {
        return bridge;
    }

    public boolean has(PortFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    public void set(PortFlag flag, boolean on) {
        flags = on ? flags | flag.bit() : flags & ~flag.bit();
    }

    /** A bit for each of 01:80:c2:00:00:0X that is forwarded nevertheless. */
    public int groupForwardMask() {
        return groupForwardMask;
    }

    public void setGroupForwardMask(int mask) {
        groupForwardMask = mask;
    }

    public int priority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public int cost() {
        return cost;
    }

    public void setCost(int cost) {
        this.cost = cost;
    }

    public int multicastRouter() {
        return multicastRouter;
    }

    public void setMulticastRouter(int mode) {
        multicastRouter = mode;
    }
}
