package io.ringway.lab.export;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.BridgeSettings;
import io.ringway.engine.device.Device;
import java.util.ArrayList;
import java.util.List;

/** A bridge; its MAC and MTU are left to its ports where they gave them. */
final class BridgeExport implements DeviceExport {
    private static final BridgeSettings INITIAL = new BridgeSettings();
    private static final long AGEING = 30_000;
    private static final long CENTISECOND_NS = 10_000_000;

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        Bridge bridge = (Bridge) device;
        BridgeSettings settings = bridge.settings();
        List<String> words = new ArrayList<>(List.of("type", "bridge"));
        option(words, "ageing_time", bridge.fdb().ageingNs() / CENTISECOND_NS, AGEING);
        option(words, "forward_delay", settings.forwardDelay, INITIAL.forwardDelay);
        option(words, "hello_time", settings.helloTime, INITIAL.helloTime);
        option(words, "max_age", settings.maxAge, INITIAL.maxAge);
        option(words, "priority", settings.priority, INITIAL.priority);
        option(words, "group_fwd_mask", settings.groupForwardMask, INITIAL.groupForwardMask);
        option(words, "no_linklocal_learn", settings.noLinkLocalLearn ? 1 : 0, 0);
        option(words, "mcast_snooping", bridge.isSnooping() ? 1 : 0, 1);
        option(words, "nf_call_iptables", settings.callsIptables ? 1 : 0, 0);
        return words;
    }

    private static void option(List<String> words, String name, long value, long initial) {
        if (value != initial) {
            words.add(name);
            words.add(Long.toString(value));
        }
    }

    @Override
    public boolean saysMac(Device device) {
        Bridge bridge = (Bridge) device;
        return bridge.isMacChosen() || (bridge.ports().isEmpty() && bridge.mac() != 0);
    }

    @Override
    public int initialMtu(Device device) {
        if (((Bridge) device).isMtuChosen()) {
            return device.mtu();
        }
        int narrowest = Integer.MAX_VALUE;
        for (BridgePort port : ((Bridge) device).ports()) {
            narrowest = Math.min(narrowest, port.device().mtu());
        }
        return narrowest == Integer.MAX_VALUE ? DEFAULT_MTU : narrowest;
    }
}
