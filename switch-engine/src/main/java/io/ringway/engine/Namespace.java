package io.ringway.engine;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A network namespace: devices by ifindex, and the stack that takes what they receive. Starts with {@code lo}, down. */
public final class Namespace {
    private final String name;
    private final Ipv4Stack stack;
    private final TreeMap<Integer, Device> devices = new TreeMap<>();
    private int lastIfindex;

    Namespace(Kernel kernel, String name) {
        this.name = name;
        stack = new Ipv4Stack(kernel, name);
        add(new Loopback(kernel), 0);
    }

    public String name() {
        return name;
    }

    public Ipv4Stack stack() {
        return stack;
    }

    /**
     * Takes a device in.
     *
     * @param ifindex the one that is asked for, 0 for the next that is free
     * @throws IllegalArgumentException when a device has that name or number already
     */
    public void add(Device device, int ifindex) {
        if (device(device.name()) != null) {
            throw new IllegalArgumentException("device " + device.name() + " exists in " + name);
        }
        if (devices.containsKey(ifindex)) {
            throw new IllegalArgumentException("ifindex " + ifindex + " is taken in " + name);
        }
        int index = ifindex;
        if (index == 0) {
            do {
                index = ++lastIfindex;
            } while (devices.containsKey(index));
        }
        devices.put(index, device);
        stack.add(device, index);
    }

    /** Lets a device go, down and without addresses. */
    public void remove(Device device) {
        setUp(device, false);
        stack.remove(device);
        devices.remove(device.ifindex());
    }

    /** Null when there is none by that name. */
    public Device device(String deviceName) {
        for (Device device : devices.values()) {
            if (device.name().equals(deviceName)) {
                return device;
            }
        }
        return null;
    }

    public Device device(int ifindex) {
        return devices.get(ifindex);
    }

    /** By ifindex. */
    public List<Device> devices() {
        return new ArrayList<>(devices.values());
    }

    public void setUp(Device device, boolean up) {
        if (device.isUp() == up) {
            return;
        }
        device.setUp(up);
        stack.linkChanged(device);
        if (up
                && device instanceof Loopback
                && stack.routing().addressesOf(device).isEmpty()) {
            stack.routing()
                    .addAddress(
                            device,
                            new Ipv4Prefix(Ipv4Address.LOOPBACK, 8),
                            0,
                            io.ringway.engine.ipv4.Scope.HOST,
                            "lo");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
