package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** The neighbours whose MAC is known, and the addresses that are answered for. One that is being asked again counts as stale: no command starts a question. */
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
            boolean made = neighbour.device() instanceof Loopback && neighbour.state() == NeighbourState.NOARP;
            if (!state.isEmpty() && neighbour.state().isValid() && !made) {
                script.ip(namespace, words(neighbour, state));
            }
        }
        for (ArpProxy.Entry proxy : namespace.stack().neighbours().proxy().entries()) {
            String address = Ipv4Address.format(proxy.address());
            if (proxy.device() == null) {
                script.ip(namespace, "neigh", "add", "proxy", address);
            } else {
                script.ip(
                        namespace,
                        "neigh",
                        "add",
                        "proxy",
                        address,
                        "dev",
                        proxy.device().name());
            }
        }
    }

    private static String[] words(Neighbour neighbour, String state) {
        List<String> words = new ArrayList<>(List.of("neigh", "replace", Ipv4Address.format(neighbour.address())));
        words.addAll(List.of("lladdr", MacAddress.format(neighbour.mac()), "nud", state));
        words.addAll(List.of("dev", neighbour.device().name()));
        if (neighbour.flags().isRouter()) {
            words.add("router");
        }
        if (neighbour.flags().isExternLearned()) {
            words.add("extern_learn");
        }
        if (neighbour.flags().protocol() != 0) {
            words.addAll(List.of("protocol", Integer.toString(neighbour.flags().protocol())));
        }
        return words.toArray(String[]::new);
    }
}
