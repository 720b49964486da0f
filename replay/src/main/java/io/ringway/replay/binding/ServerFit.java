package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import java.util.ArrayList;
import java.util.List;

/** How well a namespace fits a server of a capture; each kind of fit outweighs all that are smaller. */
final class ServerFit {
    /** On the very port that it is asked at. */
    private static final int PUBLISHED = 16;

    /** Behind another port, or it is asked there by another one. */
    static final int SERVED = 8;

    private static final int NAMED = 4;
    private static final int NEAR = 2;

    /** Published on some port: this alone says nothing. */
    private static final int REACHABLE = 1;

    private final Network network;
    private final PublishedPorts published;

    ServerFit(Network network) {
        this.network = network;
        published = new PublishedPorts(network);
    }

    /** 0 where it does not. */
    int score(CapturedHost host, Namespace namespace) {
        int score = 0;
        for (int port : host.ports()) {
            for (PublishedPorts.Published door : published.of(namespace)) {
                boolean same = door.protocol() == 0 || door.protocol() == port >>> 16;
                score |= same && door.port() != 0 ? REACHABLE : 0;
                int outsidePort = same ? door.outside(port & 0xffff) : 0;
                score |= outsidePort == 0 ? 0 : outsidePort == (port & 0xffff) ? PUBLISHED : SERVED;
            }
            score |= isNamedFor(port & 0xffff, namespace) ? NAMED : 0;
        }
        score |= isNear(host.address(), namespace) && namespace != network.first() ? NEAR : 0;
        return score == REACHABLE ? 0 : score;
    }

    private boolean isNamedFor(int port, Namespace namespace) {
        return namespace != network.first()
                && (ServiceNames.fits(port, namespace.name())
                        || network.nicknames().of(namespace.name()).stream()
                                .anyMatch(name -> ServiceNames.fits(port, name)));
    }

    /** Whether it has a subnet that the address is in. */
    static boolean isNear(int address, Namespace namespace) {
        for (Device device : namespace.devices()) {
            for (InterfaceAddress own : namespace.stack().routing().addressesOf(device)) {
                if (own.prefix().contains(address) && own.prefix().length() < 32) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Who is reached by other ports only is asked at the one that is published for all of them, if it is one. */
    List<String> ports(CapturedHost host, Namespace namespace) {
        List<String> ports = new ArrayList<>();
        List<PublishedPorts.Published> doors = published.of(namespace).stream()
                .filter(door -> door.port() != 0)
                .toList();
        for (int port : host.ports()) {
            List<Integer> outsidePorts = doors.stream()
                    .filter(door -> door.protocol() == 0 || door.protocol() == port >>> 16)
                    .map(PublishedPorts.Published::port)
                    .distinct()
                    .toList();
            boolean led = doors.stream()
                    .anyMatch(door -> (door.protocol() == 0 || door.protocol() == port >>> 16)
                            && door.outside(port & 0xffff) != 0);
            boolean likely = ServiceNames.fits(port & 0xffff, namespace.name());
            if (!led && likely && outsidePorts.size() == 1) {
                ports.add((port & 0xffff) + "=" + outsidePorts.get(0));
            }
        }
        return ports;
    }
}
