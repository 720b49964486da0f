package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.PortFlag;
import io.ringway.engine.device.PortState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ports of bridges, oldest first: floods go the other way round. */
final class PortExport implements ExportSection {
    private static final Set<PortFlag> INITIALLY_ON =
            EnumSet.of(PortFlag.LEARNING, PortFlag.FLOOD, PortFlag.MCAST_FLOOD, PortFlag.BCAST_FLOOD);
    private static final int PRIORITY = 32;
    private static final int MULTICAST_ROUTER = 1;

    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            if (device instanceof Bridge bridge) {
                bridge.ports().forEach(port -> write(namespace, script, bridge, port));
            }
        }
    }

    private static void write(Namespace namespace, LabScript script, Bridge bridge, BridgePort port) {
        String name = port.device().name();
        script.ip(namespace, "link", "set", name, "master", bridge.name());
        List<String> options = options(port);
        if (!options.isEmpty()) {
            options.addAll(0, List.of("bridge", "link", "set", "dev", name));
            script.run(namespace, options.toArray(String[]::new));
        }
        if (port.groupForwardMask() != 0) {
            String mask = Integer.toString(port.groupForwardMask());
            script.ip(namespace, "link", "set", name, "type", "bridge_slave", "group_fwd_mask", mask);
        }
    }

    /** States that a user chose; a port starts to forward once it is up, so they come behind that. */
    static void states(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            BridgePort port = device.port();
            if (port == null || !device.isUp() || !device.hasCarrier()) {
                continue;
            }
            if (port.state() != (port.bridge().isUp() ? PortState.FORWARDING : PortState.DISABLED)) {
                String state = Integer.toString(port.state().ordinal());
                script.run(namespace, "bridge", "link", "set", "dev", device.name(), "state", state);
            }
        }
    }

    private static List<String> options(BridgePort port) {
        List<String> options = new ArrayList<>();
        for (PortFlag flag : PortFlag.values()) {
            if (port.has(flag) != INITIALLY_ON.contains(flag)) {
                options.add(flag.name().toLowerCase(Locale.ROOT));
                options.add(port.has(flag) ? "on" : "off");
            }
        }
        number(options, "priority", port.priority(), PRIORITY);
        number(options, "cost", port.cost(), port.device().flags().portCost());
        number(options, "mcast_router", port.multicastRouter(), MULTICAST_ROUTER);
        return options;
    }

    private static void number(List<String> options, String name, int value, int initial) {
        if (value != initial) {
            options.add(name);
            options.add(Integer.toString(value));
        }
    }
}
