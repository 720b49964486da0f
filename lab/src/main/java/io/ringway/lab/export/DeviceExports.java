package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.TapInterface;
import java.util.List;

/** The kinds of device that can be exported; the loopback is there already. */
final class DeviceExports {
    private static final List<DeviceExport> ALL = List.of(
            new VethExport(),
            new BridgeExport(),
            new VxlanExport(),
            new MacvlanExport(),
            new IpvlanExport(),
            new VlanExport(),
            new DummyExport());

    private DeviceExports() {}

    /** The device that must be there before, null for none. */
    static Device lowerOf(Device device) {
        boolean alone = device instanceof Loopback || device instanceof TapInterface;
        return alone ? null : of(device).lower(device);
    }

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
