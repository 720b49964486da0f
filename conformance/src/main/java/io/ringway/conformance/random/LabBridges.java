package io.ringway.conformance.random;

import io.ringway.packet.MacAddress;

/** Switches of bridges and their ports, and entries by hand in what they know. */
final class LabBridges {
    private static final long STRANGER_MAC = 0x0200_0000_ee00L;

    private final Dice dice;
    private final Topology topology;

    LabBridges(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    void add() {
        topology.bridges.forEach(this::bridge);
        topology.bridgePorts.forEach(this::port);
    }

    private void line(String feature, String format, Object... arguments) {
        topology.features.add(feature);
        topology.lab.add(String.format(format, arguments));
    }

    private void bridge(String bridge) {
        String[] at = bridge.split(" ", -1);
        if (dice.percent(15)) {
            int age = dice.oneOf(0, 1000, 20000);
            line("ageing_time", "ip -n %s link set %s type bridge ageing_time %d", at[0], at[1], age);
        }
        if (dice.percent(10)) {
            int mask = dice.oneOf(0x4000, 0x8, 0xfff8);
            line("group_fwd_mask", "ip -n %s link set %s type bridge group_fwd_mask %d", at[0], at[1], mask);
        }
    }

    private void port(String port) {
        String[] at = port.split(" ", -1);
        if (dice.percent(10)) {
            flag(at, "hairpin", "hairpin on");
        }
        if (dice.percent(10)) {
            flag(at, "isolated", "isolated on");
        }
        if (dice.percent(5)) {
            flag(at, "learning off", "learning off");
        }
        if (dice.percent(5)) {
            flag(at, "flooding off", dice.oneOf("flood off", "mcast_flood off", "bcast_flood off"));
        }
        if (topology.bridgePorts.size() > 3 && dice.percent(4)) {
            int state = dice.oneOf(0, 1, 2, 4);
            flag(at, "port state", "state " + state);
        }
        if (dice.percent(4)) {
            flag(at, "locked port", "locked on learning off");
        }
        if (dice.percent(15)) {
            Port host = dice.pick(topology.ports());
            String mac = MacAddress.format(dice.percent(60) ? host.mac() : STRANGER_MAC + dice.below(8));
            line(
                    "static fdb entry",
                    "ip netns exec %s bridge fdb replace %s dev %s master %s",
                    at[0],
                    mac,
                    at[1],
                    dice.oneOf("static", "static", "local", "static sticky", "dynamic", "dynamic extern_learn"));
        }
    }

    private void flag(String[] port, String feature, String words) {
        line(feature, "ip netns exec %s bridge link set dev %s %s", port[0], port[1], words);
    }
}
