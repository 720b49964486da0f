package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.GroupAddresses;
import io.ringway.packet.MacAddress;

/** Link-layer groups that a user gave a device. */
final class GroupExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : namespace.devices()) {
            for (GroupAddresses.Entry group : device.groups().all()) {
                if (group.isStatic()) {
                    script.ip(namespace, "maddr", "add", MacAddress.format(group.mac()), "dev", device.name());
                }
            }
        }
    }
}
