package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Macvlan;
import java.util.List;

/** A macvlan interface, which may have left the namespace of the device below it. */
final class MacvlanExport implements DeviceExport {
    @Override
    public String kind() {
        return "macvlan";
    }

    @Override
    public Device link(Device device) {
        return ((Macvlan) device).linked();
    }

    @Override
    public int initialMtu(Device device) {
        return link(device).mtu();
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        return List.of("type", "macvlan", "mode", ((Macvlan) device).mode().word());
    }
}
