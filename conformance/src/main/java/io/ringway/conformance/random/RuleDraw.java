package io.ringway.conformance.random;

import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** Draws what one rule asks of a packet, near enough to the lab's traffic that it is sometimes true. */
final class RuleDraw {
    private static final List<Condition> ANYWHERE = List.of(
            new Condition("source address", 14, RuleDraw::source),
            new Condition("destination address", 10, RuleDraw::destination),
            new Condition("fragments", 2, draw -> draw.not() + "-f"),
            new Condition("-m addrtype", 6, RuleDraw::addressType),
            new Condition("-m conntrack", 10, RuleDraw::conntrack),
            new Condition("-m connmark", 4, draw -> "-m connmark " + draw.not() + "--mark " + draw.mark()),
            new Condition("-m mark", 6, draw -> "-m mark " + draw.not() + "--mark " + draw.mark()),
            new Condition("-m length", 6, RuleDraw::length),
            new Condition("-m ttl", 4, RuleDraw::ttl),
            new Condition(
                    "-m tos", 3, draw -> "-m tos " + draw.not() + "--tos " + draw.dice.oneOf("0x04", "0x10/0x3f")),
            new Condition(
                    "-m dscp", 3, draw -> "-m dscp " + draw.not() + "--dscp " + draw.dice.oneOf("0", "0x2e", "4")),
            new Condition("-m iprange", 5, RuleDraw::addressRange),
            new Condition("-m pkttype", 4, draw -> "-m pkttype " + draw.not() + "--pkt-type " + draw.packetType()),
            new Condition("-m statistic", 5, RuleDraw::statistic),
            new Condition("-m limit", 4, draw -> "-m limit --limit 1/day --limit-burst " + draw.dice.between(1, 20)),
            new Condition("-m conntrack, tuples", 8, RuleDraw::tuple),
            new Condition("-m connbytes", 3, RuleDraw::connectionBytes),
            new Condition("-m connlimit", 4, RuleDraw::connectionLimit),
            new Condition("-m hashlimit", 4, RuleDraw::hashLimit),
            new Condition("-m recent", 4, RuleDraw::recent),
            new Condition("-m string", 4, RuleDraw::string),
            new Condition("-m u32", 5, RuleDraw::u32),
            new Condition("-m set", 8, RuleDraw::set),
            new Condition("-m comment", 1, draw -> "-m comment --comment \"a word\""));

    final Dice dice;
    private final Topology topology;
    private final Topology.Node node;

    /** One way to ask; the text may begin with {@code !}. */
    private record Condition(String name, int weight, Drawing drawing) {}

    private interface Drawing {
        String draw(RuleDraw draw);
    }

    RuleDraw(Dice dice, Topology topology, Topology.Node node) {
        this.dice = dice;
        this.topology = topology;
        this.node = node;
    }

    /** All that a rule of this chain asks, with a space in front of each part; features are named on the way. */
    String conditions(String table, String chain, String protocol) {
        StringBuilder rule = new StringBuilder();
        if (!protocol.isEmpty()) {
            rule.append(" -p ").append(protocol).append(ofProtocol(protocol));
        }
        if (dice.percent(25)) {
            rule.append(interfaces(chain));
        }
        String last = "";
        for (int more = dice.oneOf(0, 0, 1, 1, 1, 2); more > 0; more--) {
            Condition condition = pick();
            String text = condition.drawing().draw(this);
            if (!condition.name().equals(last)) {
                topology.features.add("rule: " + condition.name());
                rule.append(' ').append(text);
            }
            last = condition.name();
        }
        if (dice.percent(4) && List.of("PREROUTING", "INPUT", "FORWARD").contains(chain)) {
            topology.features.add("rule: -m mac");
            long mac = dice.pick(topology.ports()).mac();
            rule.append(" -m mac ").append(not()).append("--mac-source ").append(MacAddress.format(mac));
        }
        return rule.append(new HostDraw(dice, topology, node).conditions(table, chain))
                .toString();
    }

    private Condition pick() {
        int at = dice.below(ANYWHERE.stream().mapToInt(Condition::weight).sum());
        for (Condition condition : ANYWHERE) {
            at -= condition.weight();
            if (at < 0) {
                return condition;
            }
        }
        throw new AssertionError();
    }

    private String ofProtocol(String protocol) {
        return switch (protocol) {
            case "tcp" -> dice.percent(70) ? tcp() : "";
            case "udp", "udplite" -> dice.percent(60) ? ports(protocol) : "";
            case "icmp" -> dice.percent(60) ? icmp() : "";
            case "sctp" ->
                " " + not() + dice.oneOf("--chunk-types any DATA", "--chunk-types all INIT", "--sport 1:30000");
            default -> "";
        };
    }

    private String tcp() {
        if (dice.percent(50)) {
            return ports("tcp");
        }
        if (dice.percent(10)) {
            return " " + not() + "--tcp-option " + dice.between(1, 8);
        }
        topology.features.add("rule: --tcp-flags");
        return switch (dice.below(3)) {
            case 0 -> " " + not() + "--syn";
            case 1 -> " " + not() + "--tcp-flags SYN,ACK,FIN,RST " + dice.oneOf("SYN", "ACK", "NONE", "SYN,ACK");
            default -> " " + not() + "--tcp-flags ALL " + dice.oneOf("NONE", "ALL", "RST");
        };
    }

    private String ports(String protocol) {
        if (dice.percent(30)) {
            topology.features.add("rule: -m multiport");
            String which = dice.oneOf("--sports", "--dports", "--ports");
            return " -m multiport " + not() + which + " " + portRange() + "," + dice.oneOf("7", "53,80", "443");
        }
        // The udplite protocol has no match of its own.
        return protocol.equals("udplite") ? "" : " " + not() + dice.oneOf("--sport ", "--dport ") + portRange();
    }

    private String portRange() {
        int low = dice.below(40_000);
        return dice.percent(15) ? dice.oneOf("0", "7", "53", "80", "65535") : low + ":" + (low + dice.below(25_000));
    }

    private String icmp() {
        topology.features.add("rule: --icmp-type");
        return " " + not() + "--icmp-type "
                + dice.oneOf("8", "0", "echo-request", "3", "3/3", "11", "destination-unreachable", "any", "5/1", "13");
    }

    private String interfaces(String chain) {
        String in = dice.percent(80) ? dice.pick(node.ports).device() : dice.oneOf("lo", "eth+", "br+", "none");
        boolean hasIn = !chain.equals("OUTPUT") && !chain.equals("POSTROUTING");
        boolean hasOut = !chain.equals("INPUT") && !chain.equals("PREROUTING");
        String option = !hasOut || (hasIn && dice.percent(50)) ? "-i " : "-o ";
        return " " + not() + option + in;
    }

    String not() {
        return dice.percent(20) ? "! " : "";
    }

    private String address() {
        Port port = dice.pick(topology.everybodysPorts());
        int length = dice.oneOf(32, 24, 24, 25, 16, 30);
        return Ipv4Address.format(port.address() & Ipv4Address.mask(length)) + "/" + length;
    }

    private String source() {
        return not() + "-s " + address();
    }

    private String destination() {
        return not() + "-d " + address();
    }

    private String addressType() {
        String types = dice.oneOf("LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "LOCAL,BROADCAST", "BLACKHOLE");
        return "-m addrtype " + not() + dice.oneOf("--src-type ", "--dst-type ") + types;
    }

    private String conntrack() {
        return "-m conntrack " + not() + "--ctstate "
                + dice.oneOf("NEW", "ESTABLISHED", "RELATED,ESTABLISHED", "INVALID", "UNTRACKED", "NEW,INVALID");
    }

    private String tuple() {
        return "-m conntrack "
                + switch (dice.below(7)) {
                    case 0 ->
                        not() + "--ctstatus " + dice.oneOf("SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE", "EXPECTED");
                    case 1 -> not() + "--ctproto " + dice.oneOf("1", "6", "17", "136", "132");
                    case 2 -> not() + dice.oneOf("--ctorigsrc ", "--ctorigdst ") + address();
                    case 3 -> not() + dice.oneOf("--ctreplsrc ", "--ctrepldst ") + address();
                    case 4 -> "--ctdir " + dice.oneOf("ORIGINAL", "REPLY");
                    case 5 ->
                        not() + dice.oneOf("--ctorigsrcport ", "--ctorigdstport ") + "1000:"
                                + dice.between(1001, 65000);
                    default ->
                        not() + dice.oneOf("--ctreplsrcport ", "--ctrepldstport ") + "1000:"
                                + dice.between(1001, 65000);
                };
    }

    private String connectionBytes() {
        String mode = dice.oneOf("packets", "bytes", "avgpkt");
        int low = mode.equals("packets") ? dice.between(1, 2) : dice.between(20, 120);
        return "-m connbytes " + not() + "--connbytes " + low + (dice.percent(50) ? ":" : ":" + (low + dice.below(200)))
                + " --connbytes-dir " + dice.oneOf("original", "reply", "both") + " --connbytes-mode " + mode;
    }

    private String connectionLimit() {
        return "-m connlimit --connlimit-" + dice.oneOf("above ", "upto ") + dice.between(1, 6) + " --connlimit-mask "
                + dice.oneOf(0, 8, 24, 32) + dice.oneOf(" --connlimit-saddr", " --connlimit-daddr");
    }

    private String hashLimit() {
        return "-m hashlimit --hashlimit-" + dice.oneOf("upto ", "above ") + "1/hour --hashlimit-burst "
                + dice.between(1, 6) + " --hashlimit-mode "
                + dice.oneOf("srcip", "dstip", "srcip,dstip", "srcport", "srcip,dstport") + " --hashlimit-name h"
                + dice.below(1000) + " --hashlimit-htable-expire 600000";
    }

    private String recent() {
        String list = " --name r" + dice.below(2) + dice.oneOf(" --rsource", " --rdest");
        return "-m recent "
                + dice.oneOf("--set", "--set", "--rcheck", "--update --hitcount 2", "--remove", "! --rcheck") + list;
    }

    private String string() {
        String where = dice.percent(50) ? "" : " --from " + dice.below(40) + " --to " + dice.between(41, 200);
        return "-m string " + not() + "--hex-string |" + dice.oneOf("00", "0a01", "ff", "45", "000001") + "| --algo "
                + dice.oneOf("bm", "kmp") + where;
    }

    private String u32() {
        return "-m u32 " + not() + "--u32 \""
                + dice.oneOf(
                        "6&0xFF=1",
                        "4&0x3FFF=0",
                        "0>>22&0x3C@0>>16=0:30000",
                        "0&0xFFFF=20:60",
                        "12>>8&0xFF=0:2,5",
                        "0>>22&0x3C@4=0:0x00200000",
                        "8>>24=64&&6&0xFF=17")
                + "\"";
    }

    private String set() {
        String set = dice.oneOf("hosts", "nets", "services", "ports", "all");
        String directions = dice.oneOf("src", "dst") + (set.equals("services") ? dice.oneOf(",src", ",dst") : "");
        return "-m set " + not() + "--match-set " + set + " " + directions;
    }

    /** The sets that rules ask, a command a line behind the words that lead into the namespace. */
    List<String> sets() {
        List<String> lines = new ArrayList<>(List.of(
                "create hosts hash:ip",
                "create nets hash:net",
                "create services hash:ip,port",
                "create ports bitmap:port range 0-65535",
                "create all list:set",
                "add all nets",
                "add all hosts",
                "add ports 1000-" + dice.between(1001, 3000)));
        for (int i = dice.between(1, 4); i > 0; i--) {
            String host =
                    Ipv4Address.format(dice.pick(topology.everybodysPorts()).address());
            lines.add("add hosts " + host + " -exist");
            lines.add("add nets " + address() + (dice.percent(30) ? " nomatch" : "") + " -exist");
            lines.add(
                    "add services " + host + "," + dice.oneOf("udp:", "tcp:") + dice.oneOf(7, 53, 80, 443) + " -exist");
        }
        return lines;
    }

    String mark() {
        return dice.below(4) + (dice.percent(30) ? "/" + dice.oneOf("0x1", "0x3", "0xff") : "");
    }

    private String length() {
        int low = dice.oneOf(20, 28, 40, 60, 100);
        return "-m length " + not() + "--length " + low + (dice.percent(70) ? ":" + (low + dice.below(200)) : "");
    }

    private String ttl() {
        String how = dice.oneOf("--ttl-eq 64", "! --ttl-eq 63", "--ttl-lt 3", "--ttl-gt 62");
        return "-m ttl " + how;
    }

    private String addressRange() {
        int first = dice.pick(topology.everybodysPorts()).address() & 0xffffff00;
        int low = dice.below(100);
        return "-m iprange " + not() + dice.oneOf("--src-range ", "--dst-range ") + Ipv4Address.format(first + low)
                + "-" + Ipv4Address.format(first + low + dice.below(120));
    }

    private String packetType() {
        return dice.oneOf("unicast", "broadcast", "multicast");
    }

    private String statistic() {
        int every = dice.between(2, 5);
        return "-m statistic --mode nth " + not() + "--every " + every + " --packet " + dice.below(every);
    }
}
