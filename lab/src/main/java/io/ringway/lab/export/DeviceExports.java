package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import java.util.List;

/** The kinds of device that can be exported; the loopback is there already. */
final class DeviceExports {
    private static final List<DeviceExport> ALL = List.of(
            new VethExport(),
            new BridgeExport(),
            new VxlanExport(),
            new MacvlanExport(),
            new VlanExport(),
            new DummyExport());

    private DeviceExports() {}

    static DeviceExport of(Device device) {
        for (DeviceExport export : ALL) {
            if (export.kind().equals(device.kind())) {
                return export;
            }
        }
        throw new IllegalStateException(
                device.namespace() + ":" + device.name() + ": a " + device.kind() + " cannot be exported yet");
    }
}
