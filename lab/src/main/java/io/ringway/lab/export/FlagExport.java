package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.DeviceFlags;
import java.util.ArrayList;
import java.util.List;

/** The flags, queue lengths and aliases that {@code ip link set} gave to devices. */
final class FlagExport implements ExportSection {
    private static final int QUEUE_LENGTH = 1000;

    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            List<String> options = options(device.flags());
            if (!options.isEmpty()) {
                options.addAll(0, List.of("link", "set", device.name()));
                script.ip(namespace, options.toArray(String[]::new));
            }
        }
    }

    private static List<String> options(DeviceFlags flags) {
        List<String> options = new ArrayList<>();
        if (flags.txQueueLength() != QUEUE_LENGTH) {
            options.addAll(List.of("txqueuelen", Integer.toString(flags.txQueueLength())));
        }
        if (flags.isDynamic()) {
            options.addAll(List.of("dynamic", "on"));
        }
        if (flags.alias() != null && !flags.alias().isEmpty()) {
            options.addAll(List.of("alias", flags.alias()));
        }
        return options;
    }
}
