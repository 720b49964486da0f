package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.Ipv4Prefix;

/** Which neighbours {@code ip neigh show} and {@code ip neigh flush} are about. */
final class NeighbourFilter {
    private Device device;
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
                case "nud", "proxy", "unused", "vrf", "master", "nomaster", "protocol" ->
                    throw args.notModelled("the selector " + args.last());
                case "to" -> filter.addresses = Inet.prefix(args, Words.value(args));
                default -> filter.addresses = Inet.prefix(args, args.last());
            }
        }
        return filter;
    }

    boolean accepts(Neighbour neighbour) {
        return (device == null || neighbour.device() == device)
                && (addresses == null || addresses.contains(neighbour.address()));
    }

    Device device() {
        return device;
    }
}
