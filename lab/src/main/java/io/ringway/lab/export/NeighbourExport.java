package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/** The neighbours whose MAC is known. One that is being asked again counts as stale: no command starts a question. */
final class NeighbourExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Neighbour neighbour : namespace.stack().neighbours().list()) {
            String state = switch (neighbour.state()) {
                case PERMANENT -> "permanent";
                case REACHABLE -> "reachable";
                case NOARP -> "noarp";
                case STALE, DELAY, PROBE -> "stale";
                default -> "";
            };
            if (!state.isEmpty() && neighbour.hasMac() && !(neighbour.device() instanceof Loopback)) {
                script.ip(
                        namespace,
                        "neigh",
                        "replace",
                        Ipv4Address.format(neighbour.address()),
                        "lladdr",
                        MacAddress.format(neighbour.mac()),
                        "nud",
                        state,
                        "dev",
                        neighbour.device().name());
            }
        }
    }
}
