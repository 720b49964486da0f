package io.ringway.replay.probe;

import io.ringway.engine.Network;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.lab.snapshot.HostRecord.Listener;
import io.ringway.lab.snapshot.HostRecord.Port;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who waited for a packet, and which ports led to whom, when a host was recorded: the model itself has no sockets. */
final class RecordedSockets {
    private static final int SHOWN = 8;

    /** Where dockerd answers DNS inside a container, at random ports. */
    private static final String DNS_OF_DOCKER = "127.0.0.11";

    private final HostRecord record;

    RecordedSockets(HostRecord record) {
        this.record = record;
    }

    /** Null where nobody did, or where it was not asked. */
    Listener find(String namespace, ProbeReport.Tuple packet) {
        for (Listener each : record.listeners().getOrDefault(namespace, List.of())) {
            boolean heard = each.isEverywhere() || each.address().equals(packet.destination());
            if (heard && each.protocol().equals(packet.protocol()) && each.port() == packet.destinationPort()) {
                return each;
            }
        }
        return null;
    }

    /** Of a packet that reached the namespace's own stack. */
    List<String> notes(String namespace, ProbeReport.Tuple packet) {
        if (packet.protocol().equals("icmp") || !record.listeners().containsKey(namespace)) {
            return List.of();
        }
        String what = packet.destinationPort() + "/" + packet.protocol();
        Listener found = find(namespace, packet);
        if (found != null) {
            return List.of(found.who() + " listened on " + what + " of " + namespace
                    + " when it was recorded: it answers; the model has no sockets and shows the way back with "
                    + (packet.protocol().equals("tcp") ? "a RST" : "an ICMP error"));
        }
        List<Listener> others = record.listeners().get(namespace).stream()
                .filter(each -> each.protocol().equals(packet.protocol())
                        && !each.address().equals(DNS_OF_DOCKER))
                .sorted(Comparator.comparing(each -> !each.isEverywhere()))
                .toList();
        String nobody = "nobody listened on " + what + " of " + namespace + " when it was recorded" + listed(others);
        List<Port> published = record.ports().stream()
                .filter(each -> each.protocol().equals(packet.protocol()))
                .toList();
        return namespace.equals(Network.HOST) && !published.isEmpty()
                ? List.of(nobody, published(packet, published))
                : List.of(nobody);
    }

    private static String listed(List<Listener> others) {
        Map<String, String> ports = new LinkedHashMap<>();
        for (Listener each : others.subList(0, Math.min(SHOWN, others.size()))) {
            String port = (each.isEverywhere() ? "" : each.address() + ":") + each.port();
            ports.merge(each.who(), port, (all, next) -> all + ", " + next);
        }
        StringBuilder text = new StringBuilder();
        ports.forEach(
                (who, where) -> text.append("; ").append(who).append(" did on ").append(where));
        return text.toString();
    }

    private static String published(ProbeReport.Tuple packet, List<Port> ports) {
        for (Port port : ports) {
            if (port.number() == packet.destinationPort() && !port.isEverywhere()) {
                return "docker publishes it at " + port.at() + " only, for " + port.container() + " (" + port.address()
                        + ":" + port.inside() + ")";
            }
        }
        return "docker publishes "
                + ports.stream().limit(SHOWN).map(Port::toString).collect(Collectors.joining(", "));
    }
}
