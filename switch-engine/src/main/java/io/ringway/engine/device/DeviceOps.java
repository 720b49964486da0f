package io.ringway.engine.device;

import io.ringway.packet.Frame;

/** What each kind of device does or answers in its own way ({@code struct net_device_ops}). */
public abstract class DeviceOps {
    DeviceOps() {}

    /** The driver's half of sending ({@code ndo_start_xmit()}). */
    protected abstract void xmit(Frame frame);

    /** Whether the other side is there to receive. */
    public abstract boolean hasCarrier();

    /** The kind that {@code ip -d link} names: veth, bridge …; "" for loopback. */
    public abstract String kind();

    /** What the driver says of a frame that it gets; most keep to themselves what becomes of it. */
    protected Handover answer(Frame frame) {
        return Handover.TAKEN;
    }

    /** The device that {@code ip link} names behind {@code @}: the other end, or what this one stands on; null if none. */
    public Device linked() {
        return null;
    }

    /** Its queueing discipline once it has one; most virtual devices queue nothing. */
    public String qdisc() {
        return "noqueue";
    }

    /** Whether it picks the unicast addresses of devices on top of it without taking all frames. */
    boolean filtersUnicast() {
        return false;
    }

    /** It begins or ceases to take all frames. */
    void promiscuityChanged(boolean promiscuous) {}

    /** It begins or ceases to take all groups. */
    void allMulticastChanged(boolean allMulticast) {}

    /** The IPv4 addresses that it has now. */
    public void addressesChanged(int[] all) {}

    /** Another group, or one less; told once for several. */
    void groupsChanged() {}

    /** Whether its driver sets the carrier, and has it announced, only once it is registered. */
    boolean settlesLate() {
        return false;
    }

    /** Whether it begins with the carrier of the device below, which is no change then. */
    boolean inheritsCarrier() {
        return false;
    }

    /** The device that this one stands on went up or down. */
    void lowerUpChanged() {}

    /** The device that this one stands on has another MTU. */
    void lowerMtuChanged() {}

    /** The device that this one stands on has another address. */
    void lowerMacChanged() {}
}
