package io.ringway.replay.probe;

import io.ringway.packet.ArpHeader;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the ARP requests for each address got: where they were seen, and why they were dropped there. */
final class ArpPath {
    private final Map<String, String> places = new LinkedHashMap<>();
    private int target;

    void hop(Frame frame, String namespace, String where) {
        if (isRequest(frame)) {
            places.putIfAbsent(namespace + " " + where, "");
        }
    }

    void dropped(Frame frame, String namespace, String where, DropReason reason) {
        if (isRequest(frame)) {
            places.put(namespace + " " + where, " (dropped: " + reason.meaning() + ")");
        }
    }

    /** The places in the order in which they were reached, "" when nobody was asked for. */
    @Override
    public String toString() {
        if (places.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("the ARP request for " + Ipv4Address.format(target) + " got to ");
        String separator = "";
        for (Map.Entry<String, String> place : places.entrySet()) {
            text.append(separator).append(place.getKey()).append(place.getValue());
            separator = ", ";
        }
        return text.append(", and nobody answered").toString();
    }

    /** Of several addresses asked for, the last counts: what was sent before it was answered. */
    private boolean isRequest(Frame frame) {
        int at = EthernetHeader.LENGTH;
        boolean request = frame.length() >= at + ArpHeader.LENGTH
                && EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP
                && ArpHeader.operation(frame, at) == ArpHeader.REQUEST;
        if (request && ArpHeader.targetIp(frame, at) != target) {
            target = ArpHeader.targetIp(frame, at);
            places.clear();
        }
        return request;
    }
}
