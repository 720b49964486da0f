package io.ringway.lab.export;

import io.ringway.engine.Namespace;

/** One kind of state: writes what of it a namespace has. All namespaces' is written before the next section's. */
@FunctionalInterface
interface ExportSection {
    void write(Namespace namespace, LabScript script);
}
