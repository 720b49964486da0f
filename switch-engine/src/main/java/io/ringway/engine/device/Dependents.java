package io.ringway.engine.device;

import io.ringway.packet.Frame;

/**
 * Who hears of what changes at a device, in the kernel's order: the bridge that it is a port of, the devices on top of it,
 * the stack of its namespace ({@code net/core/dev.c:call_netdevice_notifiers()}).
 */
final class Dependents {
    private final Device device;
    private final Uppers uppers;
    private LinkListener stack;

    Dependents(Device device, Uppers uppers) {
        this.device = device;
        this.uppers = uppers;
    }

    void attach(LinkListener newStack) {
        stack = newStack;
    }

    /** The device went up or down, or its carrier came or went. */
    void linkChanged() {
        if (device.port() != null) {
            device.port().linkChanged();
        }
    }

    void mtuChanged() {
        if (device.port() != null) {
            device.port().bridge().followLowestMtu();
        }
        uppers.mtuChanged();
    }

    void macChanged() {
        if (device.port() != null) {
            device.port().macChanged();
        }
        uppers.macChanged();
        if (stack != null) {
            stack.macChanged(device);
        }
    }

    void arpChanged() {
        if (stack != null) {
            stack.arpChanged(device);
        }
    }

    /** The news of its carrier arrived ({@code link_watch.c:linkwatch_do_dev()}). */
    void carrierSeen() {
        if (!device.hasCarrier() && stack != null) {
            stack.carrierLost(device);
        }
        uppers.follow(device.hasCarrier());
    }

    /** See {@link LinkListener#wholeForMacvlans}. */
    Frame wholeForMacvlans(Frame frame) {
        return stack == null ? frame : stack.wholeForMacvlans(frame);
    }

    /** See {@link LinkListener#tooLarge}. */
    void tooLarge(Frame frame, int mtu) {
        if (stack != null) {
            stack.tooLarge(frame, device, mtu);
        }
    }
}
