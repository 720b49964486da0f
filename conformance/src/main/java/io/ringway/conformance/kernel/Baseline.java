package io.ringway.conformance.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written into every new namespace and beside every new interface before the lab's next command, so that both
 * sides start from the same settings and the kernel adds no traffic of its own accord. The lab may change it afterwards.
 */
public final class Baseline {
    /** One hour: the kernel draws a neighbour's {@code reachable_time} at random from 0.5 to 1.5 of it. */
    public static final int BASE_REACHABLE_TIME_MS = 3_600_000;

    private static final String INHERITED = "inherited from the machine; the kernel's compile-time default";
    private static final String UNMODELLED = "traffic that is not the subject";
    private static final String RANDOM = "drawn at random";

    /**
     * @param sysctl dotted name; {@code IF} in it stands for an interface
     */
    public record Setting(String sysctl, int value, String reason) {}

    private static final List<Setting> NAMESPACE = namespaceSettings();
    private static final List<Setting> INTERFACE = interfaceSettings();

    private Baseline() {}

    /** In the order in which they are written. */
    public static List<Setting> ofNamespace() {
        return NAMESPACE;
    }

    public static List<Setting> ofInterface() {
        return INTERFACE;
    }

    private static List<Setting> namespaceSettings() {
        List<Setting> all = new ArrayList<>();
        add(all, "net.ipv4.ip_forward", 0, INHERITED);
        for (String scope : List.of("all", "default", "lo")) {
            String conf = "net.ipv4.conf." + scope + ".";
            for (String off : List.of(
                    "rp_filter",
                    "accept_local",
                    "route_localnet",
                    "arp_filter",
                    "arp_announce",
                    "arp_ignore",
                    "arp_notify",
                    "arp_accept",
                    "proxy_arp",
                    "proxy_arp_pvlan",
                    "src_valid_mark",
                    "log_martians",
                    "promote_secondaries",
                    "bc_forwarding",
                    "ignore_routes_with_linkdown",
                    "drop_gratuitous_arp",
                    "drop_unicast_in_l2_multicast")) {
                add(all, conf + off, 0, INHERITED);
            }
            for (String on : List.of(
                    "send_redirects", "accept_redirects", "secure_redirects", "shared_media", "arp_evict_nocarrier")) {
                add(all, conf + on, 1, INHERITED);
            }
            add(all, conf + "accept_source_route", scope.equals("all") ? 0 : 1, INHERITED);
            add(all, "net.ipv6.conf." + scope + ".disable_ipv6", 1, UNMODELLED);
        }
        add(all, "net.ipv4.ip_default_ttl", 64, INHERITED);
        add(all, "net.ipv4.icmp_ratelimit", 1000, INHERITED);
        add(all, "net.ipv4.icmp_ratemask", 0x1818, INHERITED);
        add(all, "net.ipv4.icmp_msgs_per_sec", 1_000_000, "its credit shrinks by a random amount");
        add(all, "net.ipv4.icmp_msgs_burst", 1_000_000, "its credit shrinks by a random amount");
        add(all, "net.ipv4.icmp_errors_use_inbound_ifaddr", 0, INHERITED);
        add(all, "net.ipv4.icmp_echo_ignore_all", 0, INHERITED);
        add(all, "net.ipv4.icmp_echo_ignore_broadcasts", 1, INHERITED);
        add(all, "net.ipv4.icmp_echo_enable_probe", 0, INHERITED);
        add(all, "net.ipv4.icmp_ignore_bogus_error_responses", 1, INHERITED);
        add(all, "net.ipv4.ipfrag_time", 30, INHERITED);
        add(all, "net.ipv4.ipfrag_max_dist", 64, INHERITED);
        add(all, "net.ipv4.igmp_link_local_mcast_reports", 0, "a bridge reports 224.0.0.106 at a random moment");
        for (String family : List.of("iptables", "ip6tables", "arptables")) {
            add(all, "net.bridge.bridge-nf-call-" + family, 0, "as where the module is not loaded");
        }
        addConntrack(all);
        return List.copyOf(all);
    }

    private static void addConntrack(List<Setting> all) {
        String prefix = "net.netfilter.nf_conntrack_";
        add(all, prefix + "acct", 0, INHERITED);
        add(all, prefix + "timestamp", 0, INHERITED);
        add(all, prefix + "checksum", 1, INHERITED);
        add(all, prefix + "tcp_loose", 1, INHERITED);
        add(all, prefix + "tcp_be_liberal", 0, INHERITED);
        add(all, prefix + "tcp_ignore_invalid_rst", 0, INHERITED);
        add(all, prefix + "tcp_max_retrans", 3, INHERITED);
        add(all, prefix + "log_invalid", 0, INHERITED);
    }

    private static List<Setting> interfaceSettings() {
        List<Setting> all = new ArrayList<>();
        String neigh = "net.ipv4.neigh.IF.";
        add(all, neigh + "base_reachable_time_ms", BASE_REACHABLE_TIME_MS, "reachable_time is " + RANDOM);
        add(all, neigh + "proxy_delay", 0, "a proxy's delay is " + RANDOM);
        add(all, neigh + "anycast_delay", 0, "its delay is " + RANDOM);
        add(all, neigh + "retrans_time_ms", 1000, INHERITED);
        add(all, neigh + "delay_first_probe_time", 5, INHERITED);
        add(all, neigh + "ucast_solicit", 3, INHERITED);
        add(all, neigh + "mcast_solicit", 3, INHERITED);
        add(all, neigh + "mcast_resolicit", 0, INHERITED);
        add(all, neigh + "app_solicit", 0, INHERITED);
        add(all, neigh + "unres_qlen_bytes", 212_992, INHERITED);
        add(all, neigh + "gc_stale_time", 60, INHERITED);
        add(all, neigh + "locktime", 100, INHERITED);
        return List.copyOf(all);
    }

    private static void add(List<Setting> all, String sysctl, int value, String reason) {
        all.add(new Setting(sysctl, value, reason));
    }

    /** Writes the settings of the calling thread's namespace. */
    static void writeNamespace() {
        for (Setting setting : NAMESPACE) {
            write(setting.sysctl().replace('.', '/'), setting.value());
        }
    }

    /** Writes the settings of an interface of the calling thread's namespace. */
    static void writeInterface(String name) {
        for (Setting setting : INTERFACE) {
            write(setting.sysctl().replace('.', '/').replace("/IF/", "/" + name + "/"), setting.value());
        }
    }

    /**
     * A sysctl that this kernel lacks cannot have been changed. {@code /proc/sys/net} shows the namespace of the thread
     * that opens the file ({@code proc_sys_lookup()} goes by {@code current->nsproxy}).
     */
    private static void write(String path, int value) {
        Path file = Path.of("/proc/sys", path);
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, Integer.toString(value));
        } catch (IOException e) {
            throw new KernelException("cannot write " + file, e);
        }
    }

    /**
     * Switches off what would show segments larger than a wire carries, or checksums that nobody filled in. A tunnel keeps
     * GRO, without which it would not have its queue ({@code gro_cells.c:gro_cells_receive()}).
     */
    static List<String> offloadsOff(String name, boolean tunnel) {
        return List.of("ethtool", "-K", name, "tx", "off", "tso", "off", "gso", "off", "gro", tunnel ? "on" : "off");
    }
}
