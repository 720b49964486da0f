package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.replay.report.Shortfall.Reason;

/** What stopped frames at one place, and what a user would change so that they pass. */
public final class DropAdvice {
    private final DropSite site;
    private final Network network;
    private final DropSite.Example first;

    private DropAdvice(DropSite site, Network network) {
        this.site = site;
        this.network = network;
        this.first = site.example();
    }

    static Reason of(DropSite site, Network network) {
        DropAdvice advice = new DropAdvice(site, network);
        return new Reason(site.frames(), advice.what(), advice.help());
    }

    /**
     * What would change that one frame is dropped, "" for nothing that is known.
     *
     * @param rule null where no rule dropped it
     */
    public static String help(
            Frame frame, String namespace, String where, DropReason reason, RuleName rule, Network network) {
        DropSite.Example example = DropSite.Example.of(frame, namespace, network);
        return new DropAdvice(new DropSite().at(namespace, where, reason, rule).fresh(rule, example), network).help();
    }

    private String what() {
        RuleName rule = site.rule();
        String by = rule == null ? " at " + site.where() : " by " + rule;
        String why = rule == null ? ": " + site.reason().meaning() : "";
        return site.reason().kernelName() + by + " in " + site.namespace() + why + " (the first: " + first + ")";
    }

    private String help() {
        return switch (site.reason()) {
            case NETFILTER_DROP -> rules();
            case OTHERHOST -> new OtherHostAdvice(network).of(first.destinationMac());
            case MAC_INVALID_SOURCE, NO_TX_TARGET -> "--rewrite-mac gives every frame the model's MAC addresses";
            case IP_INADDRERRORS ->
                command("sysctl net.ipv4.ip_forward=1") + ", if it is to forward; " + first.destinationAddress()
                        + " is none of its addresses";
            case IP_INNOROUTES, IP_OUTNOROUTES ->
                ip("route add " + first.destinationAddress() + " via …") + ": no route of " + site.namespace()
                        + " leads to " + first.destinationAddress();
            case IP_RPFILTER ->
                command("sysctl net.ipv4.conf." + in() + ".rp_filter=0 net.ipv4.conf.all.rp_filter=0")
                        + ", or a route to " + first.sourceAddress() + " by " + in();
            case IP_LOCAL_SOURCE ->
                first.sourceAddress() + " is " + site.namespace() + "'s own: sent, not received?"
                        + " --in without \",in\"; or " + command("sysctl net.ipv4.conf." + in() + ".accept_local=1");
            case IP_LOCALNET, IP_INVALID_SOURCE, IP_INVALID_DEST -> martian();
            case NEIGH_FAILED, NEIGH_QUEUEFULL ->
                "nobody answers ARP for " + first.nextHop() + ": is it up, on the"
                        + " network of " + first.out() + "? or "
                        + ip("neigh add " + first.nextHop() + " lladdr … dev " + first.out());
            case DEV_DOWN -> ip("link set " + site.where() + " up");
            case DEV_READY -> otherEnd();
            case BRIDGE_INGRESS_STP_STATE -> command("bridge link set dev " + site.where() + " state 3");
            default -> otherHelp();
        };
    }

    private String otherHelp() {
        return switch (site.reason()) {
            case TCP_CSUM, UDP_CSUM, ICMP_CSUM, IP_CSUM ->
                "--fixcsum (the default) completes checksums left to a device;"
                        + " these are wrong in another way, or --no-fixcsum was given";
            case NO_SOCKET, IP_NOPROTO ->
                "they arrived, but the model has no sockets: with --in " + site.namespace() + ":IF=FILE the answers of "
                        + site.namespace() + " come from a capture, and it takes what is its";
            case PKT_TOO_BIG, OVER_MTU_AT_INJECTION -> tooBig();
            case PKT_TOO_SMALL, HDR_TRUNC, RUNT_AT_INJECTION -> "captured with a snapshot length? tcpdump -s 0";
            case IP_INHDR ->
                site.where().equals("forward")
                        ? "their TTL ends here: captured behind more hops than the model has before?"
                        : "captured damaged, or with a snapshot length? tcpdump -s 0";
            default -> RareDropAdvice.of(site.reason(), first, this::command);
        };
    }

    private String tooBig() {
        String name = first.out().isEmpty() ? site.where() : first.out();
        Namespace namespace = network.namespace(site.namespace());
        Device device = namespace == null ? null : namespace.device(name);
        String mtu = device == null ? "" : " is " + device.mtu();
        String clamp = command("iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu");
        return "the MTU of " + name + mtu + "; " + ip("link set " + name + " mtu …")
                + (site.reason() == DropReason.PKT_TOO_BIG && first.protocol().equals("tcp") ? ", or " + clamp : "")
                + ", or --gso split where segmentation offload made them";
    }

    private String otherEnd() {
        Namespace namespace = network.namespace(site.namespace());
        Device device = namespace == null ? null : namespace.device(site.where());
        return device instanceof Veth veth
                ? ip(veth.peer().namespace(), "link set " + veth.peer().name() + " up") + ": it is the other end"
                : "it has no carrier";
    }

    private String rules() {
        RuleName rule = site.rule();
        if (rule == null) {
            return tracking();
        }
        if (rule.chain().startsWith("DOCKER-ISOLATION")) {
            return "docker keeps its networks apart: docker network connect NETWORK CONTAINER puts both on one";
        }
        String chain = (rule.table().equals("filter") ? "" : "-t " + rule.table() + " ") + "%s " + rule.chain();
        String change = rule.number() == 0
                ? command("iptables " + chain.formatted("-P") + " ACCEPT") + ", or a rule that accepts them"
                : command("iptables " + chain.formatted("-D") + " " + rule.number()) + ", or a rule before it that"
                        + " accepts them";
        if (rule.text().contains("INVALID")) {
            return "connections that began before the capture? --conntrack " + tracked() + " adds them, or "
                    + command("sysctl net.netfilter.nf_conntrack_tcp_loose=1") + "; or " + change;
        }
        return site.isMidway()
                ? change + "; or --conntrack " + tracked() + ": their connections began before the capture"
                : change;
    }

    /** No rule dropped them. */
    private String tracking() {
        Namespace namespace = network.namespace(site.namespace());
        return namespace != null
                        && namespace
                                        .stack()
                                        .netfilter()
                                        .connections()
                                        .statistics()
                                        .full()
                                > 0
                ? "the connection table is full: sysctl net.netfilter.nf_conntrack_max=… on the host has it keep more"
                : "connection tracking took no more: no port left for NAT, or a connection that is there already";
    }

    private String tracked() {
        return site.namespace().equals(Network.HOST) ? "FILE" : site.namespace() + "=FILE";
    }

    private String martian() {
        return first.sourceAddress().startsWith("127.")
                        || first.destinationAddress().startsWith("127.")
                ? command("sysctl net.ipv4.conf." + in() + ".route_localnet=1")
                : first.sourceAddress() + " > " + first.destinationAddress() + " cannot come in by " + in() + "; "
                        + command("sysctl net.ipv4.conf." + in() + ".rp_filter=0") + " where it asks for a route back";
    }

    private String in() {
        return first.in().isEmpty() ? "IF" : first.in();
    }

    private String ip(String words) {
        return ip(site.namespace(), words);
    }

    private static String ip(String namespace, String words) {
        return "ip " + (namespace.equals(Network.HOST) ? "" : "-n " + namespace + " ") + words;
    }

    private String command(String words) {
        return site.namespace().equals(Network.HOST) ? words : "ip netns exec " + site.namespace() + " " + words;
    }
}
