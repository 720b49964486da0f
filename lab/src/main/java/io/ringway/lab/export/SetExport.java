package io.ringway.lab.export;

import io.ringway.engine.Namespace;

/** Sets with their members, as {@code ipset save} prints them: counters and what is left of timeouts included. */
final class SetExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        String sets = namespace.stack().netfilter().sets().save(false);
        if (!sets.isEmpty()) {
            script.feed(namespace, sets, "ipset", "restore");
        }
    }
}
