package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.InterfaceSettings.Setting;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.List;
import java.util.Map;

/** The sysctls that differ from what a new namespace has. */
final class SettingExport {
    private static final String BRIDGE_NF = "net/bridge/bridge-nf-call-iptables";
    private static final List<String> SINGLE = List.of(
            "net/ipv4/ip_forward",
            "net/ipv4/ip_default_ttl",
            "net/ipv4/icmp_ratelimit",
            "net/ipv4/icmp_ratemask",
            "net/ipv4/ip_no_pmtu_disc",
            "net/ipv4/ip_forward_use_pmtu",
            "net/ipv4/route/min_pmtu",
            "net/ipv4/route/mtu_expires");

    private SettingExport() {}

    /** Those without an interface, and {@code all} and {@code default}, which the devices that follow start from. */
    static void general(Namespace namespace, LabScript script) {
        Namespace untouched = new Network(new Kernel(1)).first();
        for (String path : SINGLE) {
            differing(namespace, script, untouched, path);
        }
        for (String name : namespace.stack().netfilter().connections().sysctls()) {
            differing(namespace, script, untouched, "net/netfilter/" + name);
        }
        for (Setting setting : Setting.values()) {
            for (String scope : List.of("all", "default")) {
                boolean written = setting == Setting.FORWARDING && scope.equals("all");
                if (!written && setting.family().equals("conf")) {
                    ofScope(namespace, script, untouched, setting, scope);
                }
            }
        }
        inert(namespace, script, false);
        boolean bridges = namespace.devices().stream().anyMatch(Bridge.class::isInstance);
        if (bridges && !namespace.inertSettings().containsKey(BRIDGE_NF)) {
            write(namespace, script, BRIDGE_NF, "0");
        }
    }

    /** {@code ip_forward} writes {@code default} too. */
    private static void ofScope(
            Namespace namespace, LabScript script, Namespace untouched, Setting setting, String scope) {
        String path = path(setting, scope);
        String expected =
                setting == Setting.FORWARDING ? read(namespace, "net/ipv4/ip_forward") : read(untouched, path);
        String value = read(namespace, path);
        if (!value.equals(expected)) {
            write(namespace, script, path, value);
        }
    }

    /** Those of interfaces that are not what {@code default} gave them. */
    static void ofInterfaces(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            for (Setting setting : Setting.values()) {
                int value = namespace.stack().settings().of(device).get(setting);
                if (value != namespace.stack().settings().defaults().get(setting)) {
                    write(namespace, script, path(setting, device.name()), Integer.toString(value));
                }
            }
        }
        inert(namespace, script, true);
    }

    private static String path(Setting setting, String scope) {
        return "net/ipv4/" + setting.family() + "/" + scope + "/" + setting.sysctl();
    }

    private static void differing(Namespace namespace, LabScript script, Namespace untouched, String path) {
        String value = read(namespace, path);
        if (!value.equals(read(untouched, path))) {
            write(namespace, script, path, value);
        }
    }

    private static String read(Namespace namespace, String path) {
        return new SysctlTree(namespace).find(path).read();
    }

    private static void inert(Namespace namespace, LabScript script, boolean ofInterfaces) {
        for (Map.Entry<String, String> one : namespace.inertSettings().entrySet()) {
            String path = one.getKey();
            boolean general = !path.matches("net/ipv[46]/(conf|neigh)/.*")
                    || path.contains("/conf/all/")
                    || path.contains("/conf/default/");
            SysctlEntry entry = new SysctlTree(namespace).find(path);
            if (general != ofInterfaces && entry != null) {
                write(namespace, script, path, one.getValue());
            }
        }
    }

    /** Names of interfaces may hold dots: slashes separate. */
    private static void write(Namespace namespace, LabScript script, String path, String value) {
        String name = path.contains(".") ? path : path.replace('/', '.');
        script.run(namespace, "sysctl", "-q", "-w", name + "=" + value);
    }
}
