package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.Ipv4Prefix;
import java.util.EnumSet;
import java.util.Set;

/** Which neighbours {@code ip neigh show} and {@code ip neigh flush} are about. */
final class NeighbourFilter {
    private Device device;
    private Set<NeighbourState> states;
    private boolean proxies;
    private boolean unused;
    private int protocol;
    private Ipv4Prefix addresses;

    private NeighbourFilter() {}

    static NeighbourFilter read(Arguments args, Scene scene) {
        NeighbourFilter filter = new NeighbourFilter();
        while (args.hasNext()) {
            switch (args.next()) {
                case "dev" -> {
                    Words.value(args);
                    filter.device = Words.device(args, scene);
                }
                case "nud" -> filter.takeState(args);
                case "proxy" -> filter.proxies = true;
                case "unused" -> filter.unused = true;
                case "protocol" -> filter.protocol = RouteWords.protocol(args, "invalid \"protocol\"\n");
                case "vrf", "master", "nomaster" -> throw args.notModelled("the selector " + args.last());
                case "to" -> filter.addresses = Inet.prefix(args, Words.value(args));
                default -> filter.addresses = Inet.prefix(args, args.last());
            }
        }
        return filter;
    }

    private void takeState(Arguments args) {
        String word = Words.value(args);
        if (states == null) {
            states = EnumSet.noneOf(NeighbourState.class);
        }
        if (word.equals("all")) {
            states = EnumSet.allOf(NeighbourState.class);
        } else {
            states.add(NeighbourChange.state(args, word));
        }
    }

    boolean isAboutProxies() {
        return proxies;
    }

    boolean accepts(ArpProxy.Entry entry) {
        return (device == null || entry.device() == device)
                && (addresses == null || addresses.contains(entry.address()));
    }

    boolean accepts(Neighbour neighbour) {
        boolean right = states == null
                ? neighbour.state() != NeighbourState.NOARP && neighbour.state() != NeighbourState.NONE
                : states.contains(neighbour.state());
        return right && isWhere(neighbour);
    }

    /** Without {@code nud}, permanent ones and those that need no ARP stay. */
    boolean flushes(Neighbour neighbour) {
        boolean goes = neighbour.state() != NeighbourState.PERMANENT && neighbour.state() != NeighbourState.NOARP;
        boolean right = states == null ? goes : states.contains(neighbour.state());
        return right && isWhere(neighbour);
    }

    private boolean isWhere(Neighbour neighbour) {
        return (device == null || neighbour.device() == device)
                && (addresses == null || addresses.contains(neighbour.address()))
                && !(unused && neighbour.hasTimer())
                && (protocol == 0 || neighbour.flags().protocol() == protocol);
    }

    Device device() {
        return device;
    }
}
