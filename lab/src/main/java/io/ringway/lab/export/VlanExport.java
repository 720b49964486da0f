package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.VlanDevice;
import java.util.ArrayList;
import java.util.List;

/** A VLAN sub-interface. */
final class VlanExport implements DeviceExport {
    private static final int PROTOCOL_8021AD = 0x88a8;

    @Override
    public String kind() {
        return "vlan";
    }

    @Override
    public Device link(Device device) {
        return ((VlanDevice) device).linked();
    }

    @Override
    public int initialMtu(Device device) {
        return link(device).mtu();
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        VlanDevice vlan = (VlanDevice) device;
        List<String> words = new ArrayList<>(List.of("type", "vlan"));
        if (vlan.protocol() == PROTOCOL_8021AD) {
            words.addAll(List.of("protocol", "802.1ad"));
        }
        words.addAll(List.of("id", Integer.toString(vlan.vlanId())));
        if (!vlan.reordersHeader()) {
            words.addAll(List.of("reorder_hdr", "off"));
        }
        if (vlan.isLooselyBound()) {
            words.addAll(List.of("loose_binding", "on"));
        }
        return words;
    }
}
