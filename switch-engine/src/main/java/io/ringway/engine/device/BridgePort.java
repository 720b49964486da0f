package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
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

    private final Bridge bridge;
    private final Device device;
    private final Stage ingress;
    private boolean hairpin;
    private boolean isolated;
    private boolean forwarding;

    BridgePort(Kernel kernel, Bridge bridge, Device device) {
        this.bridge = bridge;
        this.device = device;
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
            if (group != BRIDGE_GROUP) {
                bridge.learn(source, this);
                device.deliverToProtocols(frame);
                return;
            }
        }
        if (!isForwarding()) {
            device.drop(frame, DropReason.BRIDGE_INGRESS_STP_STATE);
            return;
        }
        if (destination == bridge.mac()) {
            frame.setPacketType(Frame.HOST);
        }
        bridge.forwardFrom(this, frame, source, destination);
    }

    /** Sends by this port; takes the frame. */
    void send(Frame frame) {
        if (!device.accepts(frame)) {
            device.drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        device.transmit().receive(frame);
    }

    /** Whether a frame that came in by {@code from} (null: from the bridge itself) may leave by this port. */
    boolean shouldDeliver(BridgePort from) {
        return (hairpin || from != this) && isForwarding() && !(isolated && from != null && from.isolated);
    }

    /** Without STP a port forwards as soon as it is up and has a carrier. */
    public boolean isForwarding() {
        return forwarding;
    }

    void macChanged() {
        bridge.portMacChanged(this);
    }

    /** The bridge, the device or its other end went up or down ({@code br_stp_enable_port(), br_stp_disable_port()}). */
    void linkChanged() {
        forwarding = bridge.isUp() && device.isUp() && device.hasCarrier();
        if (!forwarding) {
            bridge.portWentDown(this);
        }
    }

    public Device device() {
        return device;
    }

    public Bridge bridge() {
        return bridge;
    }

    public boolean isHairpin() {
        return hairpin;
    }

    public void setHairpin(boolean hairpin) {
        this.hairpin = hairpin;
    }

    public boolean isIsolated() {
        return isolated;
    }

    public void setIsolated(boolean isolated) {
        this.isolated = isolated;
    }
}
