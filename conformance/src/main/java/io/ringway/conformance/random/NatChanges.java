package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import java.util.ArrayList;
import java.util.List;

/** What happens to a box while it translates, each command with the time that it takes to settle. */
final class NatChanges {
    private static final long MS = 1_000_000;
    private static final long CARRIER = 100 * MS;

    private final Dice dice;
    private final NatTopology topology;

    /** A command and how long to wait after it. */
    record Step(String feature, String command, long settlesNs) {}

    NatChanges(Dice dice, NatTopology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    List<Step> draw() {
        Box box = dice.pick(topology.boxes);
        String ip = "ip -n " + box.name + " ";
        String exec = "ip netns exec " + box.name + " ";
        return switch (dice.below(8)) {
            case 0 -> List.of(new Step("nat flushed", exec + "iptables -t nat -F " + chain(), 0));
            case 1 ->
                List.of(new Step(
                        "rule added", exec + "iptables -t nat -I POSTROUTING -o eth1 -j MASQUERADE --random", 0));
            case 2, 6 -> flap(box, ip);
            case 3, 4 -> address(box, ip);
            case 5 ->
                List.of(new Step(
                        "setting changed",
                        exec + "sysctl -w net.netfilter.nf_conntrack_"
                                + dice.oneOf("tcp_be_liberal=1", "tcp_be_liberal=0", "tcp_loose=0", "acct=1", "acct=0"),
                        0));
            default -> List.of(new Step("rule added", exec + "iptables -t raw -A PREROUTING -p udp -j NOTRACK", 0));
        };
    }

    private String chain() {
        return dice.oneOf("PREROUTING", "POSTROUTING", "OUTPUT");
    }

    private List<Step> flap(Box box, String ip) {
        String device = dice.oneOf(Box.OUTSIDE, Box.OUTSIDE, Box.INSIDE);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("interface flap", ip + "link set " + device + " down", CARRIER));
        steps.add(new Step("interface flap", ip + "link set " + device + " up", CARRIER));
        for (Box other : topology.boxes) {
            if (other != box) {
                String route = NatTopology.text(other.inside - 1) + "/24 via " + NatTopology.text(other.outside);
                steps.add(new Step("interface flap", ip + "route replace " + route, 0));
            }
        }
        return steps;
    }

    private List<Step> address(Box box, String ip) {
        int address = box.more.isEmpty() ? box.outside : dice.pick(box.more);
        String what = NatTopology.text(address) + "/24 dev " + Box.OUTSIDE;
        List<Step> steps = new ArrayList<>(List.of(new Step("address removed", ip + "addr del " + what, 0)));
        if (dice.percent(50)) {
            steps.add(new Step("address removed", ip + "addr add " + what, 0));
        }
        return steps;
    }
}
