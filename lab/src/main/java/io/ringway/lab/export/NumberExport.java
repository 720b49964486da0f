package io.ringway.lab.export;

import io.ringway.engine.Namespace;

/** The numbers by which namespaces know each other: {@code link-netnsid}. The first one, without a name, gets what is left. */
final class NumberExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Namespace other : script.network().namespaces()) {
            int id = namespace.knownIdOf(other);
            if (id >= 0 && other != script.network().first()) {
                script.ip(namespace, "netns", "set", other.name(), Integer.toString(id));
            }
        }
    }
}
