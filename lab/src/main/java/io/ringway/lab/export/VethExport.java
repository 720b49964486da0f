package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import java.util.ArrayList;
import java.util.List;

/** Both ends in one line: that of the end whose namespace, or else whose number, comes first. */
final class VethExport implements DeviceExport {
    @Override
    public String kind() {
        return "veth";
    }

    @Override
    public boolean isMadeByAnother(LabScript script, Device device) {
        Veth peer = ((Veth) device).peer();
        List<Namespace> order = script.network().namespaces();
        int own = order.indexOf(script.network().namespaceOf(device));
        int other = order.indexOf(script.network().namespaceOf(peer));
        return other < own || (other == own && peer.ifindex() < device.ifindex());
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        Veth peer = ((Veth) device).peer();
        List<String> words = new ArrayList<>(List.of("type", "veth", "peer"));
        words.addAll(LinkExport.identity(this, peer));
        Namespace there = script.network().namespaceOf(peer);
        if (there != script.network().namespaceOf(device)) {
            words.addAll(List.of("netns", there.name()));
        }
        return words;
    }
}
