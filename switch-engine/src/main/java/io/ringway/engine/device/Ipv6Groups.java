package io.ringway.engine.device;

import java.util.ArrayList;
import java.util.List;

/**
 * The groups that IPv6 joins at every device, enabled or not: all nodes as soon as the device is in a namespace, all
 * snoopers at a bridge that comes up ({@code mcast.c:ipv6_mc_init_dev()}, {@code br_multicast.c:br_ip6_multicast_join_snoopers()}).
 * A device with an MTU below 1,280 has no IPv6.
 */
public final class Ipv6Groups {
    private static final int SMALLEST_MTU = 1280;
    private static final long ALL_NODES = 0x3333_0000_0001L;
    private static final long ALL_SNOOPERS = 0x3333_0000_006aL;

    private final Device device;
    private final GroupAddresses groups;
    private boolean present;
    private boolean snoops;

    Ipv6Groups(Device device, GroupAddresses groups) {
        this.device = device;
        this.groups = groups;
    }

    /** The device came into a namespace, or has another MTU. */
    void refresh() {
        boolean wanted = device.mtu() >= SMALLEST_MTU;
        if (wanted == present) {
            return;
        }
        if (!wanted) {
            snoop(false);
        }
        present = wanted;
        hear(ALL_NODES, present);
    }

    /** The device left its namespace. */
    void clear() {
        present = false;
        snoops = false;
    }

    void snoop(boolean on) {
        if (snoops != on && present) {
            snoops = on;
            hear(ALL_SNOOPERS, on);
        }
    }

    private void hear(long mac, boolean on) {
        if (device instanceof Loopback) {
            return;
        }
        if (on) {
            groups.add(mac);
        } else {
            groups.remove(mac);
        }
    }

    /** As {@code ip maddr} shows them, the newest first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (snoops) {
            names.add("ff02::6a");
        }
        if (present) {
            names.addAll(List.of("ff02::1", "ff01::1"));
        }
        return names;
    }
}
