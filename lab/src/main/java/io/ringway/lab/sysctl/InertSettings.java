package io.ringway.lab.sysctl;

import io.ringway.engine.Namespace;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings that exist in Linux and change nothing in the model, at the values at which they change nothing. */
final class InertSettings {
    private record Row(String pattern, Pattern path, String initial, Set<Long> accepted, String whatElse) {}

    private static final String INTERFACE = "net/ipv4/conf/IF/";
    private static final Set<Long> ANY = Set.of();
    private static final Set<Long> OFF = Set.of(0L);
    private static final Set<Long> ON = Set.of(1L);

    private static final List<Row> ROWS = List.of(
            row("net/bridge/bridge-nf-call-(ip6|arp)tables", "0", OFF, "it"),
            row("net/bridge/bridge-nf-(filter-pppoe-tagged|pass-vlan-input-dev)", "0", OFF, "it"),
            row("net/ipv6/conf/IF/disable_ipv6", "0", ON, "IPv6"),
            row("net/ipv6/conf/IF/(accept_ra|autoconf|accept_dad|router_solicitations|forwarding)", "0", ANY, ""),
            row("net/ipv4/igmp_link_local_mcast_reports", "1", OFF, "IGMP"),
            row("net/ipv4/icmp_echo_enable_probe", "0", OFF, "extended echo (PROBE)"),
            row("net/ipv4/route/min_adv_mss", "256", ANY, ""),
            row("net/ipv4/(ip|tcp|udp)_early_demux", "1", ANY, ""),
            row("net/ipv4/fib_multipath_use_neigh", "0", OFF, "it"),
            row(INTERFACE + "(log_martians|disable_policy|disable_xfrm|tag)", "0", ANY, ""),
            row(INTERFACE + "bootp_relay", "0", OFF, "it"),
            row(INTERFACE + "(drop_unicast_in_l2_multicast|medium_id)", "0", OFF, "it"),
            row("net/ipv4/neigh/IF/gc_stale_time", "60", ANY, ""),
            row("net/ipv4/neigh/IF/anycast_delay", "100", ANY, ""),
            row("net/ipv4/neigh/IF/interval_probe_time_ms", "5000", ANY, ""),
            row("net/core/(r|w)mem_(max|default)", "212992", ANY, ""),
            row("net/netfilter/nf_conntrack_frag6_timeout", "60", ANY, ""),
            row("net/netfilter/nf_conntrack_frag6_low_thresh", "3145728", ANY, ""),
            row("net/netfilter/nf_conntrack_frag6_high_thresh", "4194304", ANY, ""));

    private InertSettings() {}

    private static Row row(String path, String initial, Set<Long> accepted, String whatElse) {
        return new Row(path, Pattern.compile(path.replace("IF", "([^/]+)")), initial, accepted, whatElse);
    }

    /** Their paths, with {@code IF} for an interface and {@code (a|b)} for one of these. */
    static List<String> patterns() {
        return ROWS.stream().map(Row::pattern).toList();
    }

    /** Null when there is no such file, or none of that interface. */
    static SysctlEntry find(Namespace namespace, String path) {
        for (Row row : ROWS) {
            if (row.path().matcher(path).matches() && interfaceExists(namespace, path)) {
                SysctlEntry inTicks = NeighbourUnits.unused(namespace, path);
                return inTicks != null
                        ? inTicks
                        : new InertEntry(namespace, path, row.initial(), row.accepted(), row.whatElse());
            }
        }
        return null;
    }

    private static boolean interfaceExists(Namespace namespace, String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 4) {
            return true;
        }
        boolean perInterface = parts.length == 5 && (parts[2].equals("conf") || parts[2].equals("neigh"));
        boolean general = parts[2].equals("conf") && (parts[3].equals("all") || parts[3].equals("default"));
        return !perInterface || general || namespace.device(parts[3]) != null;
    }
}
