package io.ringway.engine.device;

import io.ringway.packet.Frame;

/** Told by a device of what the stack above it must know ({@code arp.c:arp_netdev_event()}), and asked to reassemble. */
public interface LinkListener {
    void macChanged(Device device);

    /** ARP was turned on or off while the device is up. */
    void arpChanged(Device device);

    /** The device is up and its other side is gone. */
    void carrierLost(Device device);

    /**
     * A frame that macvlans are to share: as it is, or the whole packet when it is the last missing fragment of one
     * ({@code ip_fragment.c:ip_check_defrag()}).
     *
     * @return null when a fragment was held or dropped
     */
    Frame wholeForMacvlans(Frame frame);

    /**
     * A packet that the stack routed is larger than what the device, a tunnel, puts into one packet
     * ({@code dst.h:skb_dst_update_pmtu_no_confirm()}).
     */
    void tooLarge(Frame frame, Device device, int mtu);
}
