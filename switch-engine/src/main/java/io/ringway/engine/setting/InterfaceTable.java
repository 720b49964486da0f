package io.ringway.engine.setting;

import io.ringway.engine.device.Device;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/** Devices of one namespace and their settings by ifindex: an array for the numbers that the kernel hands out itself. */
public final class InterfaceTable {
    private static final int DIRECT = 4096;

    /** A device and its settings. */
    public record Interface(Device device, InterfaceSettings settings) {}

    private final TreeMap<Integer, Interface> all = new TreeMap<>();
    private Interface[] direct = new Interface[8];

    public void put(int ifindex, Interface entry) {
        all.put(ifindex, entry);
        if (ifindex < DIRECT) {
            if (ifindex >= direct.length) {
                direct = Arrays.copyOf(direct, Math.max(ifindex + 1, direct.length * 2));
            }
            direct[ifindex] = entry;
        }
    }

    public void remove(int ifindex) {
        all.remove(ifindex);
        if (ifindex < direct.length) {
            direct[ifindex] = null;
        }
    }

    /** Null when no device has that number. */
    public Interface get(int ifindex) {
        return ifindex < direct.length ? direct[ifindex] : all.get(ifindex);
    }

    /** By ifindex. */
    public Collection<Interface> all() {
        return all.values();
    }
}
