package io.ringway.engine.device;

import io.ringway.engine.core.LinkWatch;

/**
 * The carrier of a device as others know it. Its operational state, its queue, its neighbours and the devices on top of it
 * follow each change when the link watch comes by and not before ({@code link_watch.c:linkwatch_do_dev(),
 * default_operstate()}).
 */
public final class Carrier implements LinkWatch.Watched {
    private final Device device;
    private final LinkWatch watch;
    private OperState state = OperState.UNKNOWN;
    private boolean present = true;
    private boolean registered;
    private boolean active;
    private int changes;

    Carrier(Device device, LinkWatch watch) {
        this.device = device;
        this.watch = watch;
    }

    /** The carrier may have come or gone: whoever depends on it is told. */
    void check() {
        if (registered && present != device.hasCarrier()) {
            change();
        }
    }

    private void change() {
        present = !present;
        changes++;
        announce();
        device.dependents().linkChanged();
    }

    /** The device below has one, or has none, as it is told now ({@code netif_stacked_transfer_operstate()}). */
    void follow(boolean below) {
        if (registered && present != below) {
            change();
        }
    }

    /** Of a device that has it from the one below. */
    boolean isPresent() {
        return present;
    }

    /** Whether the device's queue takes frames ({@code sch_generic.c:dev_activate(), dev_deactivate()}). */
    boolean isActive() {
        return active;
    }

    /** The device went up or down, and its queue with it: up as soon as there is a carrier. */
    void upChanged() {
        active = device.isUp() && device.hasCarrier();
    }

    /** The device came into a namespace, its first one or another. */
    void entered() {
        if (registered) {
            check();
        } else {
            registered = true;
            register();
        }
    }

    /** One that was made without a carrier knows its state at once. */
    private void register() {
        present = device.inheritsCarrier() ? device.linked().hasCarrier() : device.hasCarrier();
        changes = present || device.inheritsCarrier() ? 0 : 1;
        if (device.settlesLate()) {
            announce();
        } else if (!present) {
            state = current();
        }
    }

    /** How often it came or went since the device is there ({@code netif_carrier_on(), netif_carrier_off()}). */
    public int changes() {
        return changes;
    }

    /** Has the operational state worked out anew, soon. */
    void announce() {
        watch.fire(this);
    }

    /** The device is gone for good. */
    void forget() {
        watch.forget(this);
    }

    /** Someone asks for this device alone: its state is brought up to date first. */
    public void sync() {
        watch.sync(this);
    }

    /** What {@code ip link} shows of a device that is up. */
    public OperState state() {
        watch.catchUp();
        return state;
    }

    @Override
    public boolean isUrgent() {
        Device linked = device.linked();
        boolean crosses = linked != null && linked.ifindex() != device.ifindex();
        return device.isUp() && (crosses || (device.hasCarrier() && !active));
    }

    @Override
    public void carrierSeen() {
        state = current();
        if (device.isUp()) {
            active = device.hasCarrier();
            device.dependents().carrierSeen();
        }
    }

    /** The kernel looks for the linked device's number in this device's namespace, whatever stands there. */
    private OperState current() {
        if (device.hasCarrier()) {
            return OperState.UP;
        }
        Device linked = device.linked();
        if (linked == null || linked.ifindex() == device.ifindex()) {
            return OperState.DOWN;
        }
        Device below = device.home().device(linked.ifindex());
        return below == null || below.hasCarrier() ? OperState.DOWN : OperState.LOWERLAYERDOWN;
    }
}
