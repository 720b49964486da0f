package io.ringway.lab.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what snapshots show beyond the model, and tells what of it looks broken. */
final class RecordBuilder {
    private final Warnings warnings;

    RecordBuilder(Warnings warnings) {
        this.warnings = warnings;
    }

    /**
     * @param each the namespaces of each file
     * @param all those that the model has
     */
    HostRecord build(List<SnapshotFile> files, List<List<RecordedNamespace>> each, List<RecordedNamespace> all) {
        List<HostRecord.Port> ports = new ArrayList<>();
        Map<String, List<String>> networks = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            List<RecordedNamespace> namespaces = each.get(i);
            DockerRecord docker = new DockerRecord(files.get(i).sections(), namespaces);
            ports.addAll(docker.ports());
            networks.putAll(docker.networks());
            namespaces.stream().filter(RecordedNamespace::isSelf).forEach(host -> docker.tell(host, warnings));
        }
        Map<String, List<HostRecord.Listener>> listeners = new LinkedHashMap<>();
        Map<String, List<String>> unmodelled = new LinkedHashMap<>();
        for (RecordedNamespace namespace : all) {
            List<HostRecord.Listener> here = Listeners.of(namespace);
            if (here != null) {
                listeners.put(namespace.name(), here);
            }
            List<String> foreign = new ForeignRules(namespace).words();
            if (!foreign.isEmpty()) {
                unmodelled.put(namespace.name(), foreign);
            }
        }
        return new HostRecord(List.copyOf(ports), listeners, networks, unmodelled);
    }
}
