package io.ringway.lab.snapshot;

import io.ringway.engine.Namespace;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sysctls that differ from what the model has by then.
 *
 * @param ofInterfaces whether those of interfaces, or all others: these come first, for devices start from {@code default}
 */
record SettingSteps(boolean ofInterfaces) implements Step {
    static final String COMMAND = "sysctl";
    private static final String IP_FORWARD = "net/ipv4/ip_forward";

    /** Without rules for IPv6 and ARP nothing follows from these, which Docker has on. */
    private static final String WITHOUT_EFFECT = "net/bridge/bridge-nf-call-(ip6|arp)tables";

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Section section = namespace.section(COMMAND);
        if (section == null) {
            return;
        }
        Map<String, String> recorded = new HashMap<>();
        for (Section.Line line : section.lines()) {
            int colon = line.text().indexOf(':');
            if (colon > 0) {
                recorded.put(line.text().substring(0, colon), line.text().substring(colon + 1));
            }
        }
        Namespace built = model.built(namespace);
        List<String> paths = new ArrayList<>(SysctlNames.of(built));
        paths.remove(IP_FORWARD);
        if (!ofInterfaces) {
            paths.add(0, IP_FORWARD);
        }
        for (String path : paths) {
            if (isOfInterface(path) == ofInterfaces && recorded.containsKey(path)) {
                write(section, namespace, model, path, recorded.get(path).strip());
            }
        }
    }

    private static boolean isOfInterface(String path) {
        return path.matches("net/ipv[46]/(conf|neigh)/.*")
                && !path.contains("/conf/all/")
                && !path.contains("/conf/default/");
    }

    private static void write(
            Section section, RecordedNamespace namespace, Reconstruction model, String path, String value) {
        SysctlEntry entry = new SysctlTree(model.built(namespace)).find(path);
        boolean same = entry == null || entry.isReadOnly() || entry.read().equals(value.replaceAll("\\s+", " "));
        if (same || path.matches(WITHOUT_EFFECT)) {
            return;
        }
        String refusal = entry.refusal(value);
        if (refusal != null) {
            model.warnings().add(section, namespace, path.replace('/', '.') + "=" + value + ": " + refusal);
            return;
        }
        // Names of interfaces may hold dots: slashes separate.
        String name = path.contains(".") ? path : path.replace('/', '.');
        model.run(section, namespace, List.of("sysctl", "-q", "-w", name + "=" + value));
    }
}
