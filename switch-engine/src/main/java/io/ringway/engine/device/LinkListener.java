package io.ringway.engine.device;

/** Told by a device of what the stack above it must know ({@code arp.c:arp_netdev_event()}). */
public interface LinkListener {
    void macChanged(Device device);

    /** ARP was turned on or off while the device is up. */
    void arpChanged(Device device);

    /** The device is up and its other side is gone. */
    void carrierLost(Device device);
}
