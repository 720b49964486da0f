package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.packet.MacAddress;

/** Tap interfaces, which come before all others: {@code ip tuntap} gives them the first numbers that are free. */
final class TapExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            if (device instanceof TapInterface) {
                script.ip(namespace, "tuntap", "add", "dev", device.name(), "mode", "tap");
                script.ip(namespace, "link", "set", device.name(), "address", MacAddress.format(device.mac()));
                if (device.mtu() != DeviceExport.DEFAULT_MTU) {
                    script.ip(namespace, "link", "set", device.name(), "mtu", Integer.toString(device.mtu()));
                }
            }
        }
    }
}
