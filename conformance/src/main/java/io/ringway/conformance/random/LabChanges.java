package io.ringway.conformance.random;

import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.List;

/** Changes of a lab while traffic passes: each is one or more commands, with the time that the kernel needs to settle. */
final class LabChanges {
    private static final long MS = 1_000_000;

    /** A link's change of carrier may be told up to a second late ({@code link_watch.c:linkwatch_event()}). */
    private static final long CARRIER = 1300 * MS;

    private final Dice dice;
    private final Topology topology;

    LabChanges(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    /**
     * @param feature as the coverage table names it
     * @param settlesNs how long to wait for its consequences
     */
    record Step(String feature, String command, long settlesNs) {}

    /** Commands that follow each other, with frames between them. */
    List<Step> draw() {
        return switch (dice.below(12)) {
            case 0, 1 -> flap();
            case 2 -> port();
            case 3 -> address();
            case 4 -> route();
            case 5 -> neighbour();
            case 6 -> entry();
            case 7 -> portFlag();
            case 8 -> rule();
            case 9 -> link();
            default -> setting();
        };
    }

    /** A bridge learns or forgets by hand. */
    private List<Step> entry() {
        if (topology.bridgePorts.isEmpty()) {
            return route();
        }
        String[] port = dice.pick(topology.bridgePorts).split(" ", -1);
        String command = "ip netns exec " + port[0] + " bridge fdb ";
        if (dice.percent(25)) {
            return List.of(
                    new Step("fdb change", "ip -n " + port[0] + " link set " + port[2] + " type bridge fdb_flush", 0));
        }
        String which = MacAddress.format(dice.pick(topology.ports()).mac()) + " dev " + port[1] + " master";
        return List.of(
                new Step("fdb change", command + "replace " + which + " static", 0),
                new Step("fdb change", command + "del " + which, 0));
    }

    private List<Step> portFlag() {
        if (topology.bridgePorts.isEmpty()) {
            return neighbour();
        }
        String[] port = dice.pick(topology.bridgePorts).split(" ", -1);
        if (dice.percent(25)) {
            String state = "ip netns exec " + port[0] + " bridge link set dev " + port[1] + " state ";
            return List.of(
                    new Step("port state", state + dice.oneOf(0, 1, 2, 4), 0), new Step("port state", state + 3, 0));
        }
        String flag = dice.oneOf("isolated", "hairpin", "flood", "learning");
        String command = "ip netns exec " + port[0] + " bridge link set dev " + port[1] + " " + flag;
        boolean on = flag.equals("isolated") || flag.equals("hairpin");
        return List.of(
                new Step("port flag change", command + (on ? " on" : " off"), 0),
                new Step("port flag change", command + (on ? " off" : " on"), 0));
    }

    private List<Step> rule() {
        Port port = dice.pick(topology.ports());
        String rule = dice.oneOf(
                "from " + Ipv4Address.format(dice.pick(topology.ports()).address()) + " unreachable",
                "to " + Ipv4Address.format(dice.pick(topology.ports()).address()) + " prohibit",
                "iif " + port.device() + " blackhole",
                "ipproto icmp lookup 100");
        String command = "ip -n " + port.namespace() + " rule ";
        return List.of(
                new Step("rule change", command + "add pref 77 " + rule, 0),
                new Step("rule change", command + "del pref 77", 0));
    }

    /** Another MTU or another MAC. Below 1,280 a bridge would lose IPv6, which is off, and a group with it. */
    private List<Step> link() {
        String[] link = dice.pick(topology.links).split(" ", -1);
        String command = "ip -n " + link[0] + " link set " + link[1];
        if (dice.percent(50)) {
            return List.of(
                    new Step("mtu change", command + " mtu " + dice.oneOf(1280, 1300, 1400), 0),
                    new Step("mtu change", command + " mtu 1500", 0));
        }
        String mac = MacAddress.format(0x0200_0000_dd00L + dice.below(16));
        return List.of(new Step("MAC change", command + " address " + mac, 0));
    }

    private List<Step> flap() {
        boolean above = !topology.devices.isEmpty() && dice.percent(30);
        String[] link = dice.pick(above ? topology.devices : topology.links).split(" ", -1);
        String command = "ip -n " + link[0] + " link set " + link[1];
        return List.of(
                new Step("link flap", command + " down", CARRIER), new Step("link flap", command + " up", CARRIER));
    }

    private List<Step> port() {
        if (topology.bridgePorts.isEmpty()) {
            return setting();
        }
        String[] port = dice.pick(topology.bridgePorts).split(" ", -1);
        String command = "ip -n " + port[0] + " link set " + port[1];
        return List.of(
                new Step("port leaves bridge", command + " nomaster", CARRIER),
                new Step("port leaves bridge", command + " master " + port[2], CARRIER));
    }

    private List<Step> address() {
        Port port = dice.pick(topology.ports());
        String what = "ip -n " + port.namespace() + " addr %s ";
        if (dice.percent(50)) {
            String added = what + Ipv4Address.format((port.address() & 0xffffff00) + 190 + dice.below(9)) + "/24 dev "
                    + port.device();
            return List.of(
                    new Step("address change", String.format(added, "add"), 0),
                    new Step("address change", String.format(added, "del"), 0));
        }
        String own = what + port.cidr() + " dev " + port.device();
        return List.of(
                new Step("address change", String.format(own, "del"), 0),
                new Step("address change", String.format(own, "add"), 0));
    }

    private List<Step> route() {
        Port port = dice.pick(topology.ports());
        int segment = dice.below(topology.segments.size());
        Port via = dice.pick(topology.ports());
        String to = via.segment() == port.segment() && via != port
                ? " via " + Ipv4Address.format(via.address())
                : " dev " + port.device();
        String command = String.format(
                "ip -n %s route replace %s/28%s",
                port.namespace(), Ipv4Address.format(topology.segments.get(segment).network), to);
        if (dice.percent(40)) {
            String special = command.replace(to, "")
                    .replace(" replace ", " replace " + dice.oneOf("blackhole ", "unreachable ", "prohibit "));
            return List.of(
                    new Step("route change", special, 0),
                    new Step("route change", special.replace(" replace ", " del "), 0));
        }
        return List.of(new Step("route change", command, 0));
    }

    private List<Step> neighbour() {
        Port port = dice.pick(topology.ports());
        Port other = dice.pick(topology.ports());
        if (dice.percent(40) || other.segment() != port.segment() || other == port) {
            return List.of(
                    new Step("neighbour change", "ip -n " + port.namespace() + " neigh flush dev " + port.device(), 0));
        }
        String command = String.format(
                "ip -n %s neigh replace %s lladdr %s dev %s nud %s",
                port.namespace(),
                Ipv4Address.format(other.address()),
                MacAddress.format(other.mac()),
                port.device(),
                dice.oneOf("permanent", "stale", "reachable"));
        return List.of(new Step("neighbour change", command, 0));
    }

    private List<Step> setting() {
        Port port = dice.pick(topology.ports());
        String setting = dice.oneOf(
                "net.ipv4.ip_forward=0",
                "net.ipv4.ip_forward=1",
                "net.ipv4.conf.all.rp_filter=1",
                "net.ipv4.conf.all.rp_filter=0",
                "net.ipv4.conf." + port.device() + ".rp_filter=2",
                "net.ipv4.ip_default_ttl=33",
                "net.ipv4.conf." + port.device() + ".forwarding=0");
        return List.of(new Step("setting change", "ip netns exec " + port.namespace() + " sysctl -w " + setting, 0));
    }
}
