package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import io.ringway.conformance.random.NatTopology.Host;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/**
 * Makes a lab for translation: a box, or two in a row, each with hosts on a bridge inside, and servers in the network between
 * them. Most hosts are fed; some answer by their own stacks.
 */
final class NatLab {
    private static final int MIDDLE = Ipv4Address.parse("10.9.0.0");
    private static final int VIRTUAL = Ipv4Address.parse("10.50.0.0");
    private static final String SWITCH = "m";
    private static final long FIRST_MAC = 0x0200_0000_0500L;

    private final Dice dice;
    private final NatTopology topology = new NatTopology();
    private long lastMac = FIRST_MAC;

    NatLab(Dice dice) {
        this.dice = dice;
    }

    NatTopology generate() {
        namespace(SWITCH);
        line("ip -n %s link add br0 address %s type bridge", SWITCH, mac());
        line("ip -n %s link set br0 up", SWITCH);
        int boxes = dice.percent(45) ? 2 : 1;
        for (int i = 1; i <= boxes; i++) {
            box(i);
        }
        for (int i = 1; i <= 3; i++) {
            topology.virtual.add(VIRTUAL + i);
        }
        servers(dice.between(1, 2));
        for (int i = 0; i < boxes; i++) {
            inside(topology.boxes.get(i), i + 1, dice.oneOf(1, 2, 2, 3));
        }
        if (boxes == 2) {
            topology.features.add("two boxes");
            towards(topology.boxes.get(0), topology.boxes.get(1));
            towards(topology.boxes.get(1), topology.boxes.get(0));
        }
        return topology;
    }

    private void line(String format, Object... arguments) {
        topology.lab.add(String.format(format, arguments));
    }

    private String mac() {
        return MacAddress.format(++lastMac);
    }

    private void namespace(String name) {
        line("ip netns add %s", name);
        line("ip -n %s link set lo up", name);
    }

    private void box(int number) {
        String name = "n" + number;
        namespace(name);
        line("ip -n %s link add %s address %s type bridge", name, Box.INSIDE, mac());
        long insideMac = lastMac;
        line("ip -n %s link set %s up", name, Box.INSIDE);
        int inside = Ipv4Address.parse("10." + number + ".0.1");
        line("ip -n %s addr add %s/24 dev %s", name, NatTopology.text(inside), Box.INSIDE);
        long outsideMac = plug(SWITCH, "br0", name, Box.OUTSIDE);
        Box box = new Box(name, inside, insideMac, MIDDLE + number, outsideMac);
        line("ip -n %s addr add %s/24 dev %s", name, NatTopology.text(box.outside), Box.OUTSIDE);
        for (int more = dice.oneOf(0, 1, 2, 4); more > 0; more--) {
            int address = MIDDLE + 20 * number + box.more.size() + 1;
            box.more.add(address);
            line("ip -n %s addr add %s/24 dev %s", name, NatTopology.text(address), Box.OUTSIDE);
        }
        line("ip netns exec %s sysctl -w net.ipv4.ip_forward=1", name);
        topology.boxes.add(box);
    }

    /** A veth pair from a bridge to a namespace; the MAC of its end there. */
    private long plug(String home, String bridge, String name, String device) {
        String port = "p" + name;
        line(
                "ip -n %s link add %s address %s type veth peer name %s address %s netns %s",
                home, port, mac(), device, mac(), name);
        line("ip -n %s link set %s master %s", home, port, bridge);
        line("ip -n %s link set %s up", home, port);
        line("ip -n %s link set %s up", name, device);
        return lastMac;
    }

    private void servers(int count) {
        for (int i = 1; i <= count; i++) {
            Host host = host("s" + i, SWITCH, "br0", MIDDLE + 10 + i, dice.percent(60));
            Box gateway = dice.pick(topology.boxes);
            line("ip -n %s route add default via %s", host.name(), NatTopology.text(gateway.outside));
            for (Box box : topology.boxes) {
                if (dice.percent(60)) {
                    line("ip -n %s route add %s via %s", host.name(), insideOf(box), NatTopology.text(box.outside));
                }
            }
        }
    }

    private void inside(Box box, int number, int count) {
        for (int i = 1; i <= count; i++) {
            String name = String.valueOf((char) ('a' + number - 1)) + i;
            Host host = host(name, box.name, Box.INSIDE, box.inside + 10 + i, dice.percent(65));
            line("ip -n %s route add default via %s", host.name(), NatTopology.text(box.inside));
        }
    }

    private Host host(String name, String home, String bridge, int address, boolean fed) {
        namespace(name);
        long mac = plug(home, bridge, name, Host.DEVICE);
        line("ip -n %s addr add %s/24 dev %s", name, NatTopology.text(address), Host.DEVICE);
        boolean first =
                topology.hosts.stream().noneMatch(other -> other.fed() && NatTopology.isNear(other.address(), address));
        Host host = new Host(name, address, mac, fed || first);
        if (!host.fed()) {
            topology.features.add("a stack that answers");
        }
        topology.hosts.add(host);
        return host;
    }

    private void towards(Box from, Box to) {
        line("ip -n %s route add %s via %s", from.name, insideOf(to), NatTopology.text(to.outside));
        if (dice.percent(60)) {
            line("ip -n %s route add default via %s", from.name, NatTopology.text(to.outside));
        }
    }

    private static String insideOf(Box box) {
        return NatTopology.text(box.inside - 1) + "/24";
    }
}
