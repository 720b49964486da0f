package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.DeviceFlags;
import io.ringway.engine.device.Dummy;
import java.util.ArrayList;
import java.util.List;

/** The flags, queue lengths and aliases that {@code ip link set} gave to devices, and the MTUs that bridges keep. */
final class FlagExport implements ExportSection {
    private static final int QUEUE_LENGTH = 1000;
    private static final int BRIDGE_MTU = 1500;

    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            if (device instanceof Bridge bridge && bridge.isMtuChosen() && bridge.mtu() == BRIDGE_MTU) {
                // Setting what is there already would be no choice.
                script.ip(namespace, "link", "set", device.name(), "mtu", Integer.toString(BRIDGE_MTU - 1));
            }
            List<String> options = options(device);
            if (!options.isEmpty()) {
                options.addAll(0, List.of("link", "set", device.name()));
                script.ip(namespace, options.toArray(String[]::new));
            }
        }
    }

    private static List<String> options(Device device) {
        DeviceFlags flags = device.flags();
        boolean initially = !(device instanceof Dummy);
        List<String> options = new ArrayList<>();
        if (device instanceof Bridge bridge && bridge.isMtuChosen()) {
            options.addAll(List.of("mtu", Integer.toString(device.mtu())));
        }
        if (flags.txQueueLength() != QUEUE_LENGTH) {
            options.addAll(List.of("txqueuelen", Integer.toString(flags.txQueueLength())));
        }
        option(options, "arp", flags.isArp(), initially);
        option(options, "multicast", flags.isMulticast(), initially);
        option(options, "allmulticast", device.filter().isAllMulticastByUser(), false);
        option(options, "promisc", device.filter().isPromiscuousByUser(), false);
        option(options, "dynamic", flags.isDynamic(), false);
        if (flags.alias() != null && !flags.alias().isEmpty()) {
            options.addAll(List.of("alias", flags.alias()));
        }
        return options;
    }

    private static void option(List<String> options, String name, boolean on, boolean initial) {
        if (on != initial) {
            options.addAll(List.of(name, on ? "on" : "off"));
        }
    }
}
