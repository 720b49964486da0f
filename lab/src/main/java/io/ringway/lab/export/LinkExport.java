package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices with names, numbers, MACs and MTUs, those that stand on others behind them. */
final class LinkExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        Set<Device> written = new HashSet<>();
        for (Device device : namespace.devices()) {
            write(namespace, script, device, written);
        }
    }

    private static void write(Namespace namespace, LabScript script, Device device, Set<Device> written) {
        if (!written.add(device)) {
            return;
        }
        if (device instanceof Loopback) {
            return;
        }
        DeviceExport export = DeviceExports.of(device);
        Device lower = export.lower(device);
        if (lower != null && script.network().namespaceOf(lower) == namespace) {
            write(namespace, script, lower, written);
        }
        if (export.isMadeByAnother(script, device)) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("link", "add"));
        words.addAll(identity(export, device));
        words.addAll(export.type(script, device));
        script.ip(namespace, words.toArray(String[]::new));
    }

    /** Name, number, MAC and MTU, as {@code ip link add} takes them. */
    static List<String> identity(DeviceExport export, Device device) {
        List<String> words =
                new ArrayList<>(List.of("name", device.name(), "index", Integer.toString(device.ifindex())));
        if (export.saysMac(device)) {
            words.addAll(List.of("address", MacAddress.format(device.mac())));
        }
        if (device.mtu() != export.initialMtu(device)) {
            words.addAll(List.of("mtu", Integer.toString(device.mtu())));
        }
        return words;
    }
}
