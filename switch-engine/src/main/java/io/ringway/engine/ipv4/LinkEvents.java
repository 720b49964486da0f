package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.LinkListener;
import io.ringway.packet.Frame;

/**
 * What IPv4 of a namespace does when one of its devices changes: routes, neighbours and masqueraded connections follow
 * ({@code fib_frontend.c:fib_netdev_event()}, {@code arp.c:arp_netdev_event()}, {@code nf_nat_masquerade.c:masq_device_event()}).
 */
public final class LinkEvents implements LinkListener {
    private final Ipv4Stack stack;

    LinkEvents(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** The device went up or down. */
    public void upChanged(Device device) {
        if (device.isUp()) {
            stack.routing().devices().up(device);
            stack.igmp(device).up();
            device.setObserved(false);
            stack.neighbours().arp().notify(device);
            device.setObserved(true);
        } else {
            stack.routing().devices().down(device);
            stack.igmp(device).down();
            stack.neighbours().flush(device);
            stack.netfilter().connections().masqueraded().forget(device.ifindex());
        }
    }

    /** The device's MTU was another. */
    public void mtuChanged(Device device, int before) {
        stack.routing().devices().mtuChanged(device, before);
    }

    /** All neighbours of the device are forgotten ({@code neigh_changeaddr()}). */
    @Override
    public void macChanged(Device device) {
        stack.neighbours().forget(device);
        if (device.isUp()) {
            stack.neighbours().arp().notify(device);
        }
    }

    @Override
    public void arpChanged(Device device) {
        stack.neighbours().forget(device);
    }

    @Override
    public void carrierLost(Device device) {
        if (stack.settings().evictsNeighbours(device)) {
            stack.neighbours().evict(device);
        }
    }

    @Override
    public Frame wholeForMacvlans(Frame frame) {
        return stack.reassembly().gatherForMacvlans(frame);
    }

    @Override
    public void tooLarge(Frame frame, Device device, int mtu) {
        stack.paths().tooLarge(frame, device, mtu);
    }
}
