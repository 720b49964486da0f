package io.ringway.engine;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.BridgeHooks;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.DeviceHome;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network namespace: devices by ifindex, and the stack that takes what they receive. Starts with {@code lo}, down. */
public final class Namespace implements DeviceHome {
    private String name;
    private final Ipv4Stack stack;
    private final TreeMap<Integer, Device> devices = new TreeMap<>();
    private final Map<Namespace, Integer> ids = new LinkedHashMap<>();
    private final Map<String, String> inertSettings = new TreeMap<>();
    private final boolean first;
    private int lastIfindex;

    Namespace(Kernel kernel, String name, boolean first) {
        this.name = name;
        this.first = first;
        stack = new Ipv4Stack(kernel, name);
        add(new Loopback(kernel), 0);
    }

    public String name() {
        return name;
    }

    /** Whether it was there first, and stands for the machine itself. */
    public boolean isFirst() {
        return first;
    }

    public Ipv4Stack stack() {
        return stack;
    }

    @Override
    public BridgeHooks bridgeHooks() {
        return stack.bridgedPackets();
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
        device.enter(this);
    }

    /** Lets a device go, down, without addresses and out of its bridge. */
    void remove(Device device) {
        if (device.port() != null) {
            device.port().bridge().removePort(device.port());
        }
        setUp(device, false);
        stack.remove(device);
        devices.remove(device.ifindex());
    }

    /** Gives a device another name; the labels of its addresses follow ({@code inetdev_changename()}). */
    public void rename(Device device, String newName) {
        stack.routing().relabel(device, newName);
        device.rename(newName);
        stack.routing().interfacesChanged();
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

    @Override
    public Device device(int ifindex) {
        return devices.get(ifindex);
    }

    /** By ifindex. */
    public List<Device> devices() {
        return new ArrayList<>(devices.values());
    }

    /** The number by which this namespace knows another, given at the first use ({@code peernet2id_alloc()}). */
    public int idOf(Namespace other) {
        Integer known = ids.get(other);
        if (known != null) {
            return known;
        }
        int id = freeId();
        ids.put(other, id);
        return id;
    }

    /** The lowest number that no other namespace has here. */
    public int freeId() {
        int id = 0;
        while (ids.containsValue(id)) {
            id++;
        }
        return id;
    }

    /** Gives a namespace that has none yet a number; false when that one is taken. */
    public boolean number(Namespace other, int id) {
        return !ids.containsValue(id) && ids.putIfAbsent(other, id) == null;
    }

    /** -1 when this namespace has no number for the other yet. */
    public int knownIdOf(Namespace other) {
        return ids.getOrDefault(other, -1);
    }

    void forgetIdOf(Namespace other) {
        ids.remove(other);
    }

    /** Settings that were written and change nothing in the model, by their path under {@code /proc/sys}. */
    public Map<String, String> inertSettings() {
        return inertSettings;
    }

    void rename(String newName) {
        name = newName;
        stack.rename(newName);
    }

    @Override
    public boolean sendBy(Frame frame, Device out) {
        return stack.ipvlans().send(frame, out);
    }

    @Override
    public boolean isForItself(Device in, int source, int destination) {
        return stack.ipvlans().isForItself(in, source, destination);
    }

    @Override
    public void deliverUp(Frame frame, Device in) {
        stack.localEnd().deliverUp(frame, in);
    }

    @Override
    public void join(Device device, int group) {
        stack.igmp(device).join(group);
    }

    @Override
    public void leave(Device device, int group) {
        stack.igmp(device).leave(group);
    }

    @Override
    public void setUp(Device device, boolean up) {
        if (device.isUp() == up) {
            return;
        }
        device.setUp(up);
        stack.linkEvents().upChanged(device);
        if (up
                && device instanceof Loopback
                && stack.routing().addressesOf(device).isEmpty()) {
            Ipv4Prefix loopback = new Ipv4Prefix(Ipv4Address.LOOPBACK, 8);
            stack.addressChanges().add(device, new InterfaceAddress(loopback, 0, Scope.HOST, false, "lo"));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
