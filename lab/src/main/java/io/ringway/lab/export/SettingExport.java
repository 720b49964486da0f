package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.Map;
import java.util.Set;

/** The sysctls that differ from what a new namespace has. */
final class SettingExport {
    private static final String BRIDGE_NF = "net/bridge/bridge-nf-call-iptables";
    private static final String IP_FORWARD = "net/ipv4/ip_forward";

    /** Written before all others, the last by the second. */
    private static final Set<String> FIRST = Set.of(BRIDGE_NF, IP_FORWARD, "net/ipv4/conf/all/forwarding");

    private static final String OF_DEFAULT = "net/ipv4/conf/default/forwarding";

    private SettingExport() {}

    /** Those without an interface, and {@code all} and {@code default}, which the devices that follow start from. */
    static void general(Namespace namespace, LabScript script) {
        Namespace untouched = new Network(new Kernel(1)).first();
        boolean bridges = namespace.devices().stream().anyMatch(Bridge.class::isInstance);
        if (bridges || namespace.stack().bridgedPackets().callsIptables()) {
            write(namespace, script, BRIDGE_NF, read(namespace, BRIDGE_NF));
        }
        differing(namespace, script, untouched, IP_FORWARD);
        for (String path : SysctlNames.of(namespace)) {
            boolean settable = !new SysctlTree(namespace).find(path).isReadOnly();
            if (settable && isGeneral(path) && !FIRST.contains(path)) {
                differing(namespace, script, untouched, path);
            }
        }
    }

    private static boolean isGeneral(String path) {
        return !path.matches("net/ipv[46]/(conf|neigh)/.*")
                || path.contains("/conf/all/")
                || path.contains("/conf/default/");
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
        for (Map.Entry<String, String> one : namespace.inertSettings().entrySet()) {
            if (!isGeneral(one.getKey()) && new SysctlTree(namespace).find(one.getKey()) != null) {
                write(namespace, script, one.getKey(), one.getValue());
            }
        }
    }

    private static String path(Setting setting, String scope) {
        return "net/ipv4/" + setting.family() + "/" + scope + "/" + setting.sysctl();
    }

    /** What changes nothing is repeated if it was written: a kernel may start from another value. */
    private static void differing(Namespace namespace, LabScript script, Namespace untouched, String path) {
        String expected = path.equals(OF_DEFAULT) ? read(namespace, IP_FORWARD) : read(untouched, path);
        String value = read(namespace, path);
        if (!value.equals(expected) || namespace.inertSettings().containsKey(path)) {
            write(namespace, script, path, value);
        }
    }

    private static String read(Namespace namespace, String path) {
        return new SysctlTree(namespace).find(path).read();
    }

    /** Names of interfaces may hold dots: slashes separate. */
    private static void write(Namespace namespace, LabScript script, String path, String value) {
        String name = path.contains(".") ? path : path.replace('/', '.');
        script.run(namespace, "sysctl", "-q", "-w", name + "=" + value);
    }
}
