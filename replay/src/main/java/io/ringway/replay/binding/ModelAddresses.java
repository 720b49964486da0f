package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.Lab;
import io.ringway.lab.LabException;
import io.ringway.lab.LabRunner;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2IntHashMap;

/**
 * Which addresses bound hosts have in the model. A host keeps its own one where its namespace has it, and where one of many
 * is bound to a namespace that the others' routes lead to for it: the namespace then takes it, as by {@code ip route add
 * local}. Else it is known by an address of the namespace.
 */
final class ModelAddresses {
    /** Each costs a route; hosts beyond them share the address of their namespace. */
    private static final int MOST_ROUTES = 1024;

    /** So many routes for single hosts, then so many for 256 of them, then for 65,536. */
    private static final int SINGLE = 256;

    private static final int SMALL_NETS = 768;

    private static final int UNKNOWN = -1;
    private static final int MOST_HOPS = 16;

    private final Network network;
    private final LabRunner runner;
    private final HostBindings hosts;
    private PublishedPorts published;
    private final Flow flow = new Flow();

    /** By capture address: 1 for one that is kept, 0 for one that is not. */
    private final Int2IntHashMap decided = new Int2IntHashMap(UNKNOWN);

    private final List<Kept> kept = new ArrayList<>();

    /** What a namespace has taken. */
    private record Kept(Namespace namespace, Ipv4Prefix prefix) {}

    ModelAddresses(Network network, LabRunner runner, HostBindings hosts) {
        this.network = network;
        this.hosts = hosts;
        this.runner = runner;
    }

    /**
     * Where others send what is for a host.
     *
     * @param port the port that they ask for
     * @return address (upper half) and port
     */
    long front(HostBinding host, int captured, Namespace from, int protocol, int port) {
        if (host.known() != 0) {
            return end(host.known(), port);
        }
        if (keeps(host, captured, from)) {
            return end(captured, port);
        }
        Namespace to = host.namespace();
        int direct = sharedAddress(to, from);
        if (direct != 0) {
            return end(direct, port);
        }
        PublishedPorts.Published door = to == from ? null : published().find(to, protocol, port);
        if (door == null) {
            return end(firstAddress(to), port);
        }
        int address = door.address() != 0 ? door.address() : addressTowards(door.holder(), from);
        return end(address, door.outside(port));
    }

    /** The address that a host sends from to that destination; 0 where it has none. */
    int source(HostBinding host, int captured, Namespace peer, int destination) {
        Namespace own = host.namespace();
        if (host.known() != 0 && (host.outside() || own.stack().routing().isOwn(host.known()))) {
            return host.known();
        }
        if (keeps(host, captured, peer)) {
            return captured;
        }
        int chosen = own.stack().sourceFor(destination);
        return chosen != 0 ? chosen : firstAddress(own);
    }

    private PublishedPorts published() {
        published = published == null ? new PublishedPorts(network) : published;
        return published;
    }

    private static long end(int address, int port) {
        return (long) address << 32 | port;
    }

    private boolean keeps(HostBinding host, int captured, Namespace peer) {
        if (host.namespace().stack().routing().isOwn(captured)) {
            return true;
        }
        if (!host.mayKeep()) {
            return false;
        }
        int known = decided.get(captured);
        if (known == UNKNOWN) {
            known = takes(host, captured, peer) ? 1 : 0;
            decided.put(captured, known);
        }
        return known == 1;
    }

    /** Has a namespace take an address, if the peer's packets to it come there anyway. */
    private boolean takes(HostBinding host, int address, Namespace peer) {
        Namespace own = host.namespace();
        if (peer == own || !leads(peer, address, own)) {
            return false;
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).namespace() == own && kept.get(i).prefix().contains(address)) {
                return true;
            }
        }
        Ipv4Prefix wanted = widest(host, address);
        if (kept.size() == MOST_ROUTES || !add(own, wanted)) {
            return false;
        }
        kept.add(new Kept(own, wanted));
        return true;
    }

    /** One host at first, then a network around it, unless the model has an address or a subnet in there. */
    private Ipv4Prefix widest(HostBinding host, int address) {
        int length = kept.size() < SINGLE ? 32 : kept.size() < SMALL_NETS ? 24 : 16;
        Ipv4Prefix net = new Ipv4Prefix(address & Ipv4Address.mask(length), length);
        boolean alone = hosts.bindsAll(net, host);
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                for (InterfaceAddress one : namespace.stack().routing().addressesOf(device)) {
                    alone &= !net.contains(one.prefix().address())
                            && !one.prefix().contains(net.address());
                }
            }
        }
        return alone ? net : new Ipv4Prefix(address, 32);
    }

    private boolean add(Namespace own, Ipv4Prefix prefix) {
        String where = own == network.first() ? "" : "-n " + own.name() + " ";
        String command = "ip " + where + "route add local " + prefix + " dev "
                + firstDevice(own).name();
        try {
            Lab.parse("--host", command).commands().forEach(runner::run);
            return true;
        } catch (LabException refused) {
            return false;
        }
    }

    private boolean leads(Namespace from, int address, Namespace to) {
        Namespace at = from;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            OutputRoute way = at.stack().newOutputRoute();
            if (way.find(flow.to(address), true) != null || way.type() != AddressType.UNICAST) {
                return false;
            }
            if (way.gateway() == 0) {
                return isOnLink(at, way.device(), address, to);
            }
            at = owner(way.gateway());
            if (at == null || at == to) {
                return at == to;
            }
        }
        return false;
    }

    /** Whether a namespace has an address of the very subnet that another one expects an address in. */
    private static boolean isOnLink(Namespace from, Device by, int address, Namespace to) {
        for (InterfaceAddress subnet : from.stack().routing().addressesOf(by)) {
            if (subnet.prefix().contains(address)) {
                for (Device device : to.devices()) {
                    for (InterfaceAddress own : to.stack().routing().addressesOf(device)) {
                        if (subnet.prefix().contains(own.prefix().address())) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private Namespace owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        return null;
    }

    /** An address of one namespace in a subnet that another one is in, too; 0 for none. */
    private static int sharedAddress(Namespace to, Namespace from) {
        for (Device device : to.devices()) {
            for (InterfaceAddress own : to.stack().routing().addressesOf(device)) {
                int address = own.prefix().address();
                if (!Ipv4Address.isLoopback(address) && isIn(from, address)) {
                    return address;
                }
            }
        }
        return 0;
    }

    private static boolean isIn(Namespace from, int address) {
        for (Device device : from.devices()) {
            for (InterfaceAddress own : from.stack().routing().addressesOf(device)) {
                if (own.prefix().contains(address)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The address by which a namespace's neighbours, or those that its routes lead to, know it. */
    private static int addressTowards(Namespace holder, Namespace from) {
        int shared = sharedAddress(holder, from);
        int chosen = shared != 0 ? shared : holder.stack().sourceFor(firstAddress(from));
        return chosen != 0 ? chosen : firstAddress(holder);
    }

    private static Device firstDevice(Namespace namespace) {
        Device found = namespace.devices().get(0);
        for (Device device : namespace.devices()) {
            boolean better = firstOf(found, namespace) == 0 && firstOf(device, namespace) != 0;
            found = better ? device : found;
        }
        return found;
    }

    /** Its first address that is no loopback's, 0 for none. */
    static int firstAddress(Namespace namespace) {
        int first = 0;
        for (Device device : namespace.devices()) {
            first = first != 0 ? first : firstOf(device, namespace);
        }
        return first;
    }

    private static int firstOf(Device device, Namespace namespace) {
        for (InterfaceAddress own : namespace.stack().routing().addressesOf(device)) {
            if (!Ipv4Address.isLoopback(own.prefix().address())) {
                return own.prefix().address();
            }
        }
        return 0;
    }
}
