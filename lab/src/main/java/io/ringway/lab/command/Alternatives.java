package io.ringway.lab.command;

import java.util.Map;

/** What does the work of tools that a lab does not have: the older ones, those of later days, and those that need sockets. */
final class Alternatives {
    private static final String WAY = "ringway trace shows the way, ping -t N where it ends";
    private static final String SOCKETS = "there are no sockets yet; ringway trace --tcp PORT tries a port";
    private static final String LATER =
            "not modelled yet; write the ip, bridge and iptables commands that it would run";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("ifconfig", "ip addr and ip -s link show the same"),
            Map.entry("route", "ip route shows the same"),
            Map.entry("arp", "ip neigh and cat /proc/net/arp show the same"),
            Map.entry("brctl", "ip link add … type bridge, bridge link and bridge fdb do the same"),
            Map.entry("netstat", "ip route, ip -s link and nstat -az show what is modelled of it"),
            Map.entry("vconfig", "ip link add … type vlan does the same"),
            Map.entry("tunctl", "ip tuntap does the same"),
            Map.entry("nameif", "ip link set … name does the same"),
            Map.entry("ss", SOCKETS),
            Map.entry("nc", SOCKETS),
            Map.entry("curl", SOCKETS),
            Map.entry("wget", SOCKETS),
            Map.entry("telnet", SOCKETS),
            Map.entry("traceroute", WAY),
            Map.entry("tracepath", WAY),
            Map.entry("mtr", WAY),
            Map.entry("arping", "ping makes its own ARP requests; ip neigh shows their answers"),
            Map.entry("tcpdump", "ringway replay --out NS:IF=FILE writes what it would"),
            Map.entry("nft", "iptables is what a lab has"),
            Map.entry("iptables-legacy", "iptables is what a lab has"),
            Map.entry("iptables-nft", "iptables is what a lab has"),
            Map.entry("tc", "queueing disciplines are not modelled"),
            Map.entry("docker", LATER),
            Map.entry("kubectl", LATER));

    private Alternatives() {}

    /** What to do instead, "" when there is nothing to be said. */
    static String to(String tool) {
        return BY_NAME.getOrDefault(tool, "");
    }
}
