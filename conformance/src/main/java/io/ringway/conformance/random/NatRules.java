package io.ringway.conformance.random;

import io.ringway.conformance.random.NatTopology.Box;
import io.ringway.conformance.random.NatTopology.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules and settings of the boxes: above all of the table nat, and of the others what shows what conntrack thinks. */
final class NatRules {
    private static final List<String> SETTINGS = List.of(
            "tcp_be_liberal=1",
            "tcp_loose=0",
            "acct=1",
            "checksum=0",
            "tcp_ignore_invalid_rst=1",
            "udp_timeout=2",
            "udp_timeout_stream=3",
            "icmp_timeout=2",
            "generic_timeout=3",
            "tcp_timeout_syn_sent=2",
            "tcp_timeout_syn_recv=3",
            "tcp_timeout_fin_wait=3",
            "tcp_timeout_close_wait=2",
            "tcp_timeout_last_ack=2",
            "tcp_timeout_time_wait=2",
            "tcp_timeout_close=2",
            "tcp_timeout_established=3",
            "tcp_timeout_max_retrans=3",
            "tcp_timeout_unacknowledged=3",
            "tcp_max_retrans=1");

    private static final Map<String, Integer> NUMBERS =
            Map.of("tcp", 6, "udp", 17, "icmp", 1, "sctp", Heard.SCTP, "udplite", Heard.UDPLITE, "gre", 47);

    private final Dice dice;
    private final NatTopology topology;
    private final NatTargets targets;

    NatRules(Dice dice, NatTopology topology) {
        this.dice = dice;
        this.topology = topology;
        targets = new NatTargets(dice, topology);
    }

    void add() {
        NatPublishing publishing = new NatPublishing(dice, topology, targets);
        for (Box box : topology.boxes) {
            settings(box);
            zones(box);
            marks(box);
            // What comes first decides.
            boolean first = dice.percent(70);
            if (!first) {
                nat(box);
            }
            publishing.add(box);
            if (first) {
                nat(box);
            }
            filter(box);
        }
    }

    private void rule(Box box, String table, String words) {
        topology.lab.add("ip netns exec " + box.name + " iptables -t " + table + " " + words);
    }

    private void settings(Box box) {
        for (int i = dice.oneOf(0, 1, 2, 4); i > 0; i--) {
            topology.features.add("conntrack settings");
            topology.lab.add(
                    "ip netns exec " + box.name + " sysctl -w net.netfilter.nf_conntrack_" + dice.pick(SETTINGS));
        }
        if (dice.percent(12)) {
            topology.lab.add("ip netns exec " + box.name + " sysctl -w net.ipv4.conf.all.route_localnet=1");
        }
        if (dice.percent(10)) {
            topology.features.add("NAT of bridged packets");
            topology.lab.add("ip netns exec " + box.name + " sysctl -w net.bridge.bridge-nf-call-iptables=1");
        }
    }

    private void zones(Box box) {
        if (!dice.percent(15)) {
            return;
        }
        topology.features.add("zones");
        int zone = dice.between(1, 3);
        switch (dice.below(3)) {
            case 0 -> {
                rule(box, "raw", "-A PREROUTING -i lan -j CT --zone " + zone);
                rule(box, "raw", "-A PREROUTING -i eth1 -j CT --zone " + zone);
            }
            case 1 -> rule(box, "raw", "-A PREROUTING -i lan -j CT --zone-orig " + zone);
            default -> rule(box, "raw", "-A PREROUTING" + source(4) + " -j CT --zone " + zone);
        }
        if (dice.percent(30)) {
            rule(box, "raw", "-A PREROUTING -p " + dice.oneOf("udp", "icmp", "tcp") + source(2) + " -j NOTRACK");
        }
    }

    private void marks(Box box) {
        if (!dice.percent(30)) {
            return;
        }
        topology.features.add("marks");
        rule(box, "mangle", "-A PREROUTING -j CONNMARK --restore-mark");
        rule(
                box,
                "mangle",
                "-A " + dice.oneOf("PREROUTING", "FORWARD") + " -m conntrack --ctstate NEW" + source(3)
                        + " -j CONNMARK --set-mark " + dice.between(1, 3));
        rule(box, "mangle", "-A FORWARD -m connmark --mark " + dice.between(1, 3));
        rule(box, "nat", "-A POSTROUTING -m mark --mark " + dice.between(1, 3) + targets.source(box, ""));
    }

    /** A network or a host, with a space in front; in one of so many nothing. */
    private String source(int of) {
        if (dice.below(of) == 0) {
            return "";
        }
        Host host = dice.pick(topology.hosts);
        return dice.percent(50)
                ? " -s " + NatTopology.text(host.address() & 0xffffff00) + "/24"
                : " -s " + NatTopology.text(host.address());
    }

    private void nat(Box box) {
        List<String> services = new ArrayList<>();
        if (dice.percent(40)) {
            topology.features.add("a chain of nat");
            rule(box, "nat", "-N SERVICES");
            services.add("SERVICES");
            rule(box, "nat", "-A PREROUTING -m addrtype --dst-type LOCAL -j SERVICES");
            if (dice.percent(60)) {
                rule(box, "nat", "-A OUTPUT -m addrtype --dst-type LOCAL -j SERVICES");
            }
        }
        for (int i = dice.between(2, 6); i > 0; i--) {
            String chain = services.isEmpty() || dice.percent(60) ? "PREROUTING" : services.get(0);
            String protocol = protocol();
            rule(box, "nat", "-A " + chain + destination(box, chain, protocol) + targets.destination(box, protocol));
        }
        for (int i = dice.between(1, 4); i > 0; i--) {
            String protocol = dice.percent(55) ? "" : protocol();
            String conditions = source(3) + (dice.percent(60) ? " -o " + dice.oneOf("eth1", "eth1", "lan") : "");
            String ports = protocol.isEmpty() ? "" : " -p " + protocol;
            rule(box, "nat", "-A POSTROUTING" + ports + conditions + targets.source(box, protocol));
        }
        for (int i = dice.oneOf(0, 0, 1, 2); i > 0; i--) {
            String protocol = protocol();
            rule(box, "nat", "-A OUTPUT" + destination(box, "OUTPUT", protocol) + targets.destination(box, protocol));
        }
        if (dice.percent(15)) {
            topology.features.add("nat INPUT");
            String protocol = protocol();
            rule(box, "nat", "-A INPUT -p " + protocol + source(2) + targets.plainSource(box, protocol));
        }
    }

    private String protocol() {
        return dice.oneOf("tcp", "tcp", "tcp", "udp", "udp", "icmp", "sctp", "udplite", "gre");
    }

    private String destination(Box box, String chain, String protocol) {
        StringBuilder rule = new StringBuilder(" -p ").append(protocol);
        int address = targets.service(box);
        int port = dice.pick(NatTalk.SERVICES);
        topology.services.add(new NatTopology.Service(NUMBERS.get(protocol), address, port));
        if (dice.percent(60)) {
            rule.append(" -d ").append(NatTopology.text(address));
        }
        if (chain.equals("PREROUTING") && dice.percent(30)) {
            rule.append(dice.percent(15) ? " ! -i " : " -i ").append(dice.oneOf("lan", "eth1"));
        }
        if (!List.of("icmp", "udplite", "gre").contains(protocol) && dice.percent(70)) {
            rule.append(" --dport ").append(dice.percent(70) ? String.valueOf(port) : "1:1023");
        }
        if (dice.percent(12)) {
            int every = dice.between(2, 3);
            rule.append(" -m statistic --mode nth --every ").append(every).append(" --packet 0");
        }
        return rule.toString();
    }

    private void filter(Box box) {
        for (int i = dice.between(2, 7); i > 0; i--) {
            String chain = dice.oneOf("FORWARD", "FORWARD", "INPUT", "OUTPUT");
            boolean drops = dice.percent(15);
            String whose =
                    drops && dice.percent(80) ? source(4) + " -p " + dice.oneOf("udp", "sctp", "icmp", "gre") : "";
            rule(box, "filter", "-A " + chain + whose + " -m conntrack " + thought() + (drops ? " -j DROP" : ""));
        }
        if (dice.percent(25)) {
            rule(
                    box,
                    "filter",
                    "-A FORWARD -m conntrack --ctstate INVALID -j "
                            + dice.oneOf("DROP", "DROP", "REJECT", "REJECT --reject-with icmp-admin-prohibited"));
        }
        if (dice.percent(15)) {
            rule(
                    box,
                    "filter",
                    "-A FORWARD -p tcp -i eth1" + source(4)
                            + " -m conntrack --ctstate NEW -j REJECT --reject-with tcp-reset");
        }
    }

    /** What conntrack may think of a packet. */
    private String thought() {
        return switch (dice.below(9)) {
            case 0 ->
                (dice.percent(30) ? "! " : "") + "--ctstate "
                        + dice.oneOf("NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED");
            case 1 -> "--ctstate " + dice.oneOf("DNAT", "SNAT", "DNAT,SNAT", "INVALID,NEW");
            case 2 ->
                (dice.percent(30) ? "! " : "") + "--ctstatus "
                        + dice.oneOf("SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE");
            case 3 -> "--ctdir " + dice.oneOf("ORIGINAL", "REPLY");
            case 4 -> "--ctorigdst " + NatTopology.text(targets.service(dice.pick(topology.boxes)));
            case 5 -> "--ctrepldst " + NatTopology.text(targets.service(dice.pick(topology.boxes)));
            case 6 ->
                "--ctreplsrc " + NatTopology.text(dice.pick(topology.hosts).address());
            case 7 -> "--ctproto tcp --ctrepldstport " + dice.oneOf("1:1023", "1024:65535", "40000:40003");
            default -> "--ctproto udp --ctorigdstport " + dice.pick(NatTalk.SERVICES);
        };
    }
}
