package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import java.util.List;

/** An ipvlan interface, whose MAC is that of the device below. */
final class IpvlanExport implements DeviceExport {
    @Override
    public String kind() {
        return "ipvlan";
    }

    @Override
    public Device link(Device device) {
        return device.linked();
    }

    @Override
    public boolean saysMac(Device device) {
        return false;
    }

    @Override
    public int initialMtu(Device device) {
        return link(device).mtu();
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        Ipvlan ipvlan = (Ipvlan) device;
        return List.of(
                "type",
                "ipvlan",
                "mode",
                ipvlan.sharedPort().mode().word(),
                ipvlan.sharedPort().isolation().word());
    }
}
