package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanOptions;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
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
        Macvlan macvlan = (Macvlan) device;
        MacvlanOptions options = macvlan.options();
        List<String> words = new ArrayList<>(
                List.of("type", "macvlan", "mode", macvlan.mode().word()));
        if (options.nopromisc()) {
            words.addAll(List.of("flag", "nopromisc"));
        }
        if (options.nodst()) {
            words.addAll(List.of("flag", "nodst"));
        }
        if (options.broadcastQueue() != MacvlanOptions.DEFAULT.broadcastQueue()) {
            words.addAll(List.of("bcqueuelen", Long.toString(options.broadcastQueue())));
        }
        List<Long> sources = new ArrayList<>(macvlan.sources());
        if (!sources.isEmpty()) {
            Collections.reverse(sources);
            words.addAll(List.of("macaddr", "set"));
            sources.forEach(mac -> words.add(MacAddress.format(mac)));
        }
        return words;
    }
}
