package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.IntHashSet;

/** The addresses of one namespace by device, in the kernel's order ({@code devinet.c}). */
public final class InterfaceAddresses {
    private static final int LONGEST_LABEL = 15;

    private final Map<Device, List<InterfaceAddress>> byDevice = new LinkedHashMap<>();
    private final IntHashSet own = new IntHashSet();

    List<InterfaceAddress> of(Device device) {
        return byDevice.getOrDefault(device, List.of());
    }

    int[] numbersOf(Device device) {
        return of(device).stream().mapToInt(each -> each.prefix().address()).toArray();
    }

    /** Those of all devices, in the order in which the devices got their first. */
    List<InterfaceAddress> all() {
        List<InterfaceAddress> all = new ArrayList<>();
        byDevice.values().forEach(all::addAll);
        return all;
    }

    /** The first device that has the address, null for none. */
    public Device holderOf(int address) {
        for (Map.Entry<Device, List<InterfaceAddress>> each : byDevice.entrySet()) {
            for (InterfaceAddress one : each.getValue()) {
                if (one.prefix().address() == address) {
                    return each.getKey();
                }
            }
        }
        return null;
    }

    /** Whether both addresses are of one subnet of the device ({@code devinet.c:inet_addr_onlink()}); 0 is of any. */
    public boolean share(Device device, int one, int other) {
        for (InterfaceAddress each : of(device)) {
            if (!each.secondary()
                    && each.prefix().contains(one)
                    && (other == 0 || each.prefix().contains(other))) {
                return true;
            }
        }
        return false;
    }

    boolean contains(int address) {
        return own.contains(address);
    }

    /**
     * Primary addresses come first, the nearest scope first among them ({@code __inet_insert_ifa()}).
     *
     * @return null when the device has this very address already
     */
    InterfaceAddress add(Device device, Ipv4Prefix prefix, int broadcast, int scope, String label) {
        List<InterfaceAddress> list = byDevice.computeIfAbsent(device, key -> new ArrayList<>());
        boolean secondary = false;
        int place = 0;
        for (int i = 0; i < list.size(); i++) {
            InterfaceAddress other = list.get(i);
            if (other.prefix().equals(prefix)) {
                return null;
            }
            if (!other.secondary() && scope <= other.scope()) {
                place = i + 1;
            }
            secondary |= sameSubnet(other.prefix(), prefix);
        }
        InterfaceAddress address = new InterfaceAddress(prefix, broadcast, scope, secondary, label);
        list.add(secondary ? list.size() : place, address);
        own.add(prefix.address());
        return address;
    }

    /** The device is in the group that this address of it is. */
    public void markJoined(Device device, Ipv4Prefix prefix) {
        byDevice.get(device).replaceAll(each -> each.prefix().equals(prefix) ? each.joined() : each);
    }

    /**
     * Removes an address. If it is a primary one, its secondary ones go with it, or the first of them becomes the primary
     * one and stands behind the other primary ones of a scope as narrow ({@code __inet_del_ifa()}).
     *
     * @return null when there is no such address
     */
    InterfaceAddress remove(Device device, Ipv4Prefix prefix, boolean promote) {
        List<InterfaceAddress> list = byDevice.getOrDefault(device, new ArrayList<>());
        int at = 0;
        while (at < list.size() && !list.get(at).prefix().equals(prefix)) {
            at++;
        }
        if (at == list.size()) {
            return null;
        }
        InterfaceAddress gone = list.remove(at);
        if (!gone.secondary()) {
            if (promote) {
                promote(list, gone);
            } else {
                list.removeIf(other -> other.secondary() && sameSubnet(other.prefix(), prefix));
            }
        }
        rememberOwn();
        return gone;
    }

    private static void promote(List<InterfaceAddress> list, InterfaceAddress gone) {
        int behind = 0;
        for (int i = 0; i < list.size(); i++) {
            InterfaceAddress other = list.get(i);
            if (!other.secondary() && gone.scope() <= other.scope()) {
                behind = i + 1;
            }
            if (other.secondary() && sameSubnet(other.prefix(), gone.prefix())) {
                list.remove(i);
                list.add(behind, other.asPrimary());
                return;
            }
        }
    }

    void removeAll(Device device) {
        byDevice.remove(device);
        rememberOwn();
    }

    private void rememberOwn() {
        own.clear();
        for (InterfaceAddress address : all()) {
            own.add(address.prefix().address());
        }
    }

    /** The primary address of the subnet, which may be the address itself. */
    int primaryOf(Device device, InterfaceAddress address) {
        for (InterfaceAddress other : of(device)) {
            if (!other.secondary() && sameSubnet(other.prefix(), address.prefix())) {
                return other.prefix().address();
            }
        }
        return address.prefix().address();
    }

    /** The first label is the device's new name, the others keep or get a suffix ({@code inetdev_changename()}). */
    void relabel(Device device, String newName) {
        List<InterfaceAddress> list = of(device);
        for (int i = 0; i < list.size(); i++) {
            InterfaceAddress old = list.get(i);
            int colon = old.label().indexOf(':');
            String suffix = colon < 0 ? ":" + (i + 1) : old.label().substring(colon);
            int room = Math.max(0, LONGEST_LABEL - suffix.length());
            String label = i == 0 ? newName : newName.substring(0, Math.min(newName.length(), room)) + suffix;
            list.set(i, old.called(label));
        }
    }

    private static boolean sameSubnet(Ipv4Prefix one, Ipv4Prefix other) {
        return one.length() == other.length() && one.contains(other.address());
    }
}
