package io.ringway.lab.sysctl;

import io.ringway.engine.Namespace;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The files below {@code /proc/sys} that the model has in a namespace, folder by folder as {@code sysctl -a} lists them. */
public final class SysctlNames {
    private static final List<String> GENERAL = List.of(
            "net/bridge/bridge-nf-call-iptables",
            "net/bridge/bridge-nf-filter-vlan-tagged",
            "net/ipv4/ip_forward",
            "net/ipv4/ip_default_ttl",
            "net/ipv4/icmp_ratelimit",
            "net/ipv4/icmp_ratemask",
            "net/ipv4/ip_no_pmtu_disc",
            "net/ipv4/ip_forward_use_pmtu",
            "net/ipv4/route/min_pmtu",
            "net/ipv4/route/mtu_expires",
            "net/ipv4/fib_multipath_hash_policy",
            "net/ipv4/fib_multipath_hash_seed",
            "net/ipv4/icmp_echo_ignore_all",
            "net/ipv4/icmp_echo_ignore_broadcasts",
            "net/ipv4/icmp_ignore_bogus_error_responses",
            "net/ipv4/icmp_errors_use_inbound_ifaddr",
            "net/ipv4/ipfrag_time",
            "net/ipv4/igmp_max_memberships",
            "net/ipv4/igmp_qrv",
            "net/ipv4/ipfrag_max_dist",
            "net/ipv4/ipfrag_high_thresh");

    private static final Comparator<String> BY_FOLDER = Comparator.comparing(path -> path.replace('/', '\0'));

    private SysctlNames() {}

    public static List<String> of(Namespace namespace) {
        TreeSet<String> all = new TreeSet<>(BY_FOLDER);
        all.addAll(GENERAL);
        namespace.stack().netfilter().connections().sysctls().forEach(name -> all.add("net/netfilter/" + name));
        for (Setting setting : Setting.values()) {
            addScopes(all, namespace, "net/ipv4/" + setting.family() + "/IF/" + setting.sysctl());
        }
        // Of the settings that stand there in two units, the tool leaves out the other old ones.
        addScopes(all, namespace, "net/ipv4/neigh/IF/unres_qlen");
        InertSettings.patterns().forEach(pattern -> expand(all, namespace, pattern));
        return List.copyOf(all);
    }

    /** Those below a folder. */
    public static List<String> below(Namespace namespace, String folder) {
        return of(namespace).stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    /** What {@code ls} would list of a folder; empty when there is none. */
    public static List<String> entries(Namespace namespace, String folder) {
        return below(namespace, folder).stream()
                .map(path -> path.substring(folder.length() + 1).split("/", 2)[0])
                .distinct()
                .toList();
    }

    /** Each word of each {@code (a|b)}. */
    private static void expand(TreeSet<String> all, Namespace namespace, String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            addScopes(all, namespace, pattern);
            return;
        }
        int close = pattern.indexOf(')', open);
        for (String word : pattern.substring(open + 1, close).split("\\|", -1)) {
            expand(all, namespace, pattern.substring(0, open) + word + pattern.substring(close + 1));
        }
    }

    private static void addScopes(TreeSet<String> all, Namespace namespace, String path) {
        if (!path.contains("/IF/")) {
            all.add(path);
            return;
        }
        List<String> scopes = new ArrayList<>();
        if (path.contains("/conf/")) {
            scopes.addAll(List.of("all", "default"));
        }
        namespace.devices().forEach(device -> scopes.add(device.name()));
        scopes.forEach(scope -> all.add(path.replace("/IF/", "/" + scope + "/")));
    }
}
