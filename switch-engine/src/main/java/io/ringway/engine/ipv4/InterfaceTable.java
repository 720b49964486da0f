package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/** Devices of one namespace and their settings by ifindex: an array for the numbers that the kernel hands out itself. */
final class InterfaceTable {
    private static final int DIRECT = 4096;

    /** A device, its settings and its groups. */
    record Interface(Device device, InterfaceSettings settings, IgmpInterface igmp) {}

    private final TreeMap<Integer, Interface> all = new TreeMap<>();
    private Interface[] direct = new Interface[8];

    void put(int ifindex, Interface entry) {
        all.put(ifindex, entry);
        if (ifindex < DIRECT) {
            if (ifindex >= direct.length) {
                direct = Arrays.copyOf(direct, Math.max(ifindex + 1, direct.length * 2));
            }
            direct[ifindex] = entry;
        }
    }

    void remove(int ifindex) {
        all.remove(ifindex);
        if (ifindex < direct.length) {
            direct[ifindex] = null;
        }
    }

    /** Null when no device has that number. */
    Interface get(int ifindex) {
        return ifindex < direct.length ? direct[ifindex] : all.get(ifindex);
    }

    /** By ifindex. */
    Collection<Interface> all() {
        return all.values();
    }
}
