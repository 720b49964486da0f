package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.packet.MacAddress;
import io.ringway.replay.request.ReplayException;

/**
 * Hosts on the segment outside of the model, as one namespace {@value #NAME} that is made when the first one is bound: at the other end
 * of the interface that the model's default route leads to, else of the first that goes outside. Where nobody has the gateway's address, it
 * has; it takes what is sent to any MAC address, and sends all that it has to send to the model's router.
 */
final class OutsideHosts {
    static final String NAME = "outside";

    /** Stands for whoever is far away (RFC 5737). */
    private static final int ANYWHERE = Ipv4Address.parse("198.51.100.1");

    private final Network network;
    private final LabRunner runner;
    private Namespace made;

    OutsideHosts(Network network, LabRunner runner) {
        this.network = network;
        this.runner = runner;
    }

    /** Whether the model goes on outside, and has nobody else by that name. */
    boolean areThere() {
        return made != null || (network.namespace(NAME) == null && uplink() != null);
    }

    /** @throws ReplayException for usage where there is no such interface, or none with an address */
    Namespace namespace() {
        made = made == null ? make() : made;
        return made;
    }

    /** One of them has this address. */
    void take(int address) {
        if (!namespace().stack().routing().isOwn(address)) {
            run("ip -n " + NAME + " route add local " + Ipv4Address.format(address) + " dev eth0");
        }
    }

    private Namespace make() {
        TapInterface uplink = uplink();
        if (uplink == null) {
            throw ReplayException.usage("the model has no interface that goes outside, so nobody can be bound there");
        }
        Device routed = routed(uplink);
        Namespace router = network.namespaceOf(uplink);
        Ipv4Prefix subnet = subnet(routed, router);
        if (subnet == null) {
            throw ReplayException.usage(uplink.namespace() + ":" + routed.name()
                    + " goes outside and has no address: nobody there can reach it");
        }
        int own = ownAddress(routed, router, subnet);
        run("ip netns add " + NAME);
        run("ip -n " + NAME + " tuntap add eth0 mode tap");
        Neighbour known = router.stack().neighbours().find(routed, own);
        if (known != null && known.state().isValid()) {
            run("ip -n " + NAME + " link set eth0 address " + MacAddress.format(known.mac()));
        }
        run("ip -n " + NAME + " addr add " + Ipv4Address.format(own) + "/" + subnet.length() + " dev eth0");
        run("ip -n " + NAME + " link set eth0 up");
        run("ip -n " + NAME + " route add default via " + Ipv4Address.format(subnet.address()));
        Namespace outside = network.namespace(NAME);
        uplink.join((TapInterface) outside.device("eth0"));
        return outside;
    }

    private void run(String command) {
        Lab.parse("--host", command).commands().forEach(runner::run);
    }

    /** The interface that leads outside: to far away, else the first. */
    private TapInterface uplink() {
        TapInterface first = null;
        for (Namespace namespace : network.namespaces()) {
            OutputRoute way = namespace.stack().newOutputRoute();
            boolean far = way.find(new Flow().to(ANYWHERE), true) == null;
            for (Device device : namespace.devices()) {
                if (device instanceof TapInterface tap && tap.isUp()) {
                    if (far && way.device() == routed(tap)) {
                        return tap;
                    }
                    first = first == null ? tap : first;
                }
            }
        }
        return first;
    }

    /** A tap's bridge has its addresses and routes. */
    private static Device routed(TapInterface tap) {
        return tap.port() == null ? tap : tap.port().bridge();
    }

    /** The router's first address there, with the length of its subnet; null for none. */
    private static Ipv4Prefix subnet(Device routed, Namespace router) {
        for (InterfaceAddress one : router.stack().routing().addressesOf(routed)) {
            return one.prefix();
        }
        return null;
    }

    /** The gateway's address, else the last one of the subnet that nobody has. */
    private int ownAddress(Device routed, Namespace router, Ipv4Prefix subnet) {
        OutputRoute way = router.stack().newOutputRoute();
        boolean far = way.find(new Flow().to(ANYWHERE), true) == null && way.device() == routed;
        if (far && way.gateway() != 0 && subnet.contains(way.gateway()) && !isOwned(way.gateway())) {
            return way.gateway();
        }
        int address = (subnet.address() | ~Ipv4Address.mask(subnet.length())) - (subnet.length() < 31 ? 1 : 0);
        while (isOwned(address) && subnet.contains(address - 1)) {
            address--;
        }
        return address;
    }

    private boolean isOwned(int address) {
        return network.namespaces().stream()
                .anyMatch(each -> each.stack().routing().isOwn(address));
    }
}
