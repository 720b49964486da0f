package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.TapInterface;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Devices with names, numbers, MACs and MTUs.
 *
 * @param upper whether those that stand on others are written, or all others
 */
record LinkExport(boolean upper) implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            if (device instanceof Loopback || device instanceof TapInterface) {
                if (device instanceof Loopback && !upper && !device.name().equals("lo")) {
                    script.ip(namespace, "link", "set", "lo", "name", device.name());
                }
                continue;
            }
            DeviceExport export = DeviceExports.of(device);
            boolean wanted = (export.lower(device) != null) == upper;
            if (wanted && !export.isMadeByAnother(script, device)) {
                write(namespace, script, export, device);
            }
        }
    }

    private static void write(Namespace namespace, LabScript script, DeviceExport export, Device device) {
        Device link = export.link(device);
        if (link != null) {
            script.ip(script.network().namespaceOf(link), linked(namespace, script, export, device));
            return;
        }
        List<String> words = new ArrayList<>(List.of("link", "add"));
        words.addAll(identity(export, device));
        words.addAll(export.type(script, device));
        Namespace home = export.home(script, device);
        script.ip(home, words.toArray(String[]::new));
        if (home != namespace) {
            checkNamed(script, namespace, device);
            script.ip(home, "link", "set", device.name(), "netns", namespace.name());
        }
    }

    private static String[] linked(Namespace namespace, LabScript script, DeviceExport export, Device device) {
        Device link = export.link(device);
        List<String> words = new ArrayList<>(List.of("link", "add", "link", link.name()));
        words.addAll(identity(export, device));
        if (script.network().namespaceOf(link) != namespace) {
            checkNamed(script, namespace, device);
            words.addAll(List.of("netns", namespace.name()));
        }
        words.addAll(export.type(script, device));
        return words.toArray(String[]::new);
    }

    /** No command of a lab moves a device into the first namespace, which has no name. */
    private static void checkNamed(LabScript script, Namespace namespace, Device device) {
        if (namespace == script.network().first()) {
            throw new IllegalStateException(device.namespace() + ":" + device.name()
                    + ": a device that came from another namespace cannot be exported yet");
        }
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
