package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.FdbEntry;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The entries that a user gave to bridges; what a bridge learns, it learns again. Oldest first, as they were added. */
final class FdbExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            if (device instanceof Bridge bridge) {
                List<FdbEntry> entries = new ArrayList<>(bridge.fdb().entries());
                Collections.reverse(entries);
                entries.forEach(entry -> write(namespace, script, bridge, entry));
            } else if (device instanceof Vxlan vxlan) {
                VxlanExport.entries(namespace, script, vxlan);
            }
        }
    }

    private static void write(Namespace namespace, LabScript script, Bridge bridge, FdbEntry entry) {
        if (!entry.isAddedByUser()) {
            return;
        }
        boolean ofBridge = entry.port() == null;
        Device device = ofBridge ? bridge : entry.port().device();
        List<String> words = new ArrayList<>(List.of("bridge", "fdb", "replace", MacAddress.format(entry.mac())));
        words.addAll(List.of("dev", device.name(), ofBridge ? "self" : "master"));
        words.add(entry.isLocal() ? "local" : entry.isStatic() ? "static" : "dynamic");
        if (entry.isSticky()) {
            words.add("sticky");
        }
        if (entry.isExternLearned()) {
            words.add("extern_learn");
        }
        script.run(namespace, words.toArray(String[]::new));
    }
}
