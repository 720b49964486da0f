package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import io.ringway.conformance.random.NatTopology.Host;
import io.ringway.conformance.random.NatTopology.Published;
import io.ringway.conformance.random.NatTopology.Service;
import java.util.List;

/** What boxes are there for: they hide the network inside of them, publish ports of its hosts, and stand for it by another one. */
final class NatPublishing {
    private static final int NETWORK = 0xffffff00;

    private final Dice dice;
    private final NatTopology topology;
    private final NatTargets targets;

    NatPublishing(Dice dice, NatTopology topology, NatTargets targets) {
        this.dice = dice;
        this.topology = topology;
        this.targets = targets;
    }

    void add(Box box) {
        if (dice.percent(90)) {
            hide(box);
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            publish(box);
        }
        if (dice.percent(25)) {
            netmap(box);
        }
        if (dice.percent(30)) {
            help(box, "ftp", "tcp", IpPacket.TCP, NatHelped.FTP);
        }
        if (dice.percent(20)) {
            help(box, "tftp", "udp", IpPacket.UDP, NatHelped.TFTP);
        }
    }

    private void help(Box box, String helper, String name, int protocol, int port) {
        topology.features.add("helper " + helper);
        String raw = "ip netns exec " + box.name + " iptables -t raw -A ";
        String words = " -p " + name + " --dport " + port + " -j CT --helper " + helper;
        topology.lab.add(raw + "PREROUTING" + words);
        if (dice.percent(40)) {
            topology.lab.add(raw + "OUTPUT" + words);
        }
        String filter = "ip netns exec " + box.name + " iptables -A FORWARD ";
        topology.lab.add(filter + dice.oneOf("-m helper --helper " + helper, "-m conntrack --ctstate RELATED"));
        int address = dice.pick(outsideOf(box));
        String to = NatTopology.text(dice.pick(fedInside(box)).address());
        rule(
                box,
                "-A PREROUTING -d " + NatTopology.text(address) + " -p " + name + " --dport " + port
                        + " -j DNAT --to-destination " + to);
        Service service = new Service(protocol, address, port);
        topology.published.add(new Published(box, service));
        topology.helped.add(service);
    }

    private List<Host> fedInside(Box box) {
        return topology.fed().stream().filter(box::isInside).toList();
    }

    private void rule(Box box, String words) {
        topology.lab.add("ip netns exec " + box.name + " iptables -t nat " + words);
    }

    private void hide(Box box) {
        box.hides = true;
        String inside = "-A POSTROUTING -s " + NatTopology.text(box.inside - 1) + "/24 -o " + Box.OUTSIDE;
        if (dice.percent(40)) {
            String protocol = dice.oneOf("tcp", "udp");
            rule(box, inside + " -p " + protocol + targets.source(box, protocol));
        }
        if (dice.percent(60)) {
            topology.features.add("MASQUERADE");
            rule(box, inside + " -j MASQUERADE" + dice.oneOf("", "", "", " --random", " --random-fully"));
        } else {
            topology.features.add("SNAT");
            rule(box, inside + " -j SNAT --to-source " + NatTopology.text(dice.pick(outsideOf(box))));
        }
    }

    private static List<Integer> outsideOf(Box box) {
        return box.addresses().stream().filter(address -> address != box.inside).toList();
    }

    private void publish(Box box) {
        int address = dice.pick(outsideOf(box));
        int port = dice.pick(NatTalk.SERVICES);
        int protocol = dice.oneOf(IpPacket.TCP, IpPacket.TCP, IpPacket.TCP, IpPacket.UDP, IpPacket.UDP, Heard.SCTP);
        String name = protocol == IpPacket.TCP ? "tcp" : protocol == IpPacket.UDP ? "udp" : "sctp";
        topology.features.add("DNAT");
        rule(
                box,
                "-A PREROUTING -d " + NatTopology.text(address) + dice.oneOf("", " -i " + Box.OUTSIDE) + " -p " + name
                        + " --dport " + port + " -j DNAT --to-destination "
                        + NatTopology.text(dice.pick(fedInside(box)).address())
                        + dice.oneOf("", ":" + dice.pick(NatTalk.SERVICES), ":" + targets.portRange()));
        topology.published.add(new Published(box, new Service(protocol, address, port)));
    }

    /** A network stands for the one inside, address by address. */
    private void netmap(Box box) {
        topology.features.add("NETMAP");
        int shown = (box.inside & NETWORK) + (50 << 16);
        String inside = NatTopology.text(box.inside - 1) + "/24";
        String outside = NatTopology.text(shown) + "/24";
        topology.standsFor.put(shown, box);
        rule(box, "-A PREROUTING -d " + outside + " -j NETMAP --to " + inside);
        if (dice.percent(60)) {
            String where = dice.oneOf("-I", "-A") + " POSTROUTING -s " + inside + " -o " + Box.OUTSIDE;
            rule(box, where + dice.oneOf("", " -p udp", " -p tcp") + " -j NETMAP --to " + outside);
        }
        if (dice.percent(30)) {
            rule(box, "-A OUTPUT -d " + outside + " -j NETMAP --to " + inside);
        }
        for (Box other : topology.boxes) {
            if (other != box) {
                topology.lab.add(
                        "ip -n " + other.name + " route add " + outside + " via " + NatTopology.text(box.outside));
            }
        }
        for (Host host : topology.hosts) {
            if (box.isInside(host)) {
                int protocol = dice.oneOf(IpPacket.TCP, IpPacket.UDP, IpPacket.ICMP, 47);
                int port = dice.pick(NatTalk.SERVICES);
                Service service = new Service(protocol, shown + (host.address() & ~NETWORK), port);
                topology.published.add(new Published(box, service));
            }
        }
    }
}
