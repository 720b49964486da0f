package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;
import java.util.function.Predicate;

/**
 * Addresses and routes of one namespace: table {@code local} is asked first, then {@code main}
 * ({@code fib_rules}' default order). Sources: {@code fib_frontend.c}, {@code devinet.c:inet_select_addr()}.
 */
public final class Routing {
    private static final int CACHE_SIZE = 1024;
    private static final int SCOPE_OF_LOCALNET = Scope.HOST;

    private final RouteTable local = new RouteTable();
    private final RouteTable main = new RouteTable();
    private final InterfaceAddresses addresses = new InterfaceAddresses();
    private final int[] cachedAddresses = new int[CACHE_SIZE];
    private final Route[] cachedRoutes = new Route[CACHE_SIZE];

    /** The route to the address, or null. Remembers recent answers until a route changes. */
    public Route lookup(int address) {
        int slot = (address * 0x9e37_79b9) >>> 22;
        Route route = cachedRoutes[slot];
        if (route != null && cachedAddresses[slot] == address) {
            return route;
        }
        route = local.lookup(address);
        if (route == null) {
            route = main.lookup(address);
        }
        cachedAddresses[slot] = address;
        cachedRoutes[slot] = route;
        return route;
    }

    private void changed() {
        java.util.Arrays.fill(cachedRoutes, null);
    }

    /** Whether the address is configured on any interface ({@code inet_lookup_ifaddr_rcu()}). */
    public boolean isOwn(int address) {
        return addresses.contains(address);
    }

    /**
     * Type of an address ({@code __inet_dev_addr_type()}).
     *
     * @param device counts only local and broadcast addresses of this device; null for any
     */
    AddressType type(int address, Device device) {
        if (Ipv4Address.isZeroNet(address) || address == Ipv4Address.BROADCAST) {
            return AddressType.BROADCAST;
        }
        if (Ipv4Address.isMulticast(address)) {
            return AddressType.MULTICAST;
        }
        Route route = local.lookup(address);
        if (route == null) {
            return AddressType.UNICAST;
        }
        return device == null || route.device() == device ? route.type() : AddressType.UNICAST;
    }

    /**
     * The reverse path check ({@code fib_frontend.c:fib_validate_source()}).
     *
     * @param mode 0 off, 1 strict, 2 loose
     * @return null when the source may come in by this device
     */
    DropReason validateSource(Device in, int source, int mode, boolean acceptLocal) {
        if (mode == 0) {
            return !acceptLocal && isOwn(source) ? DropReason.IP_LOCAL_SOURCE : null;
        }
        Route back = lookup(source);
        if (back == null) {
            return DropReason.IP_RPFILTER;
        }
        if (back.type() != AddressType.UNICAST && !(back.type() == AddressType.LOCAL && acceptLocal)) {
            return DropReason.IP_LOCAL_SOURCE;
        }
        return mode == 1 && back.device() != in ? DropReason.IP_RPFILTER : null;
    }

    /** Whether the address is a direct neighbour by this device. */
    boolean isOnLink(Device device, int address) {
        Route route = lookup(address);
        return route != null && route.type() == AddressType.UNICAST && route.device() == device && route.gateway() == 0;
    }

    /** The source address of a packet sent by this route ({@code fib_result_prefsrc()}), 0 for none. */
    int sourceFor(Route route, int destination) {
        if (route.preferredSource() != 0) {
            return route.preferredSource();
        }
        if (route.type() == AddressType.LOCAL) {
            return destination;
        }
        return select(route.device(), route.nextHop(destination), route.scope());
    }

    /**
     * An address of the device, of its subnet with {@code towards} if possible, else of any device
     * ({@code inet_select_addr()}).
     *
     * @param towards 0 for no preference
     * @param scope the narrowest scope allowed
     */
    int select(Device device, int towards, int scope) {
        int first = 0;
        for (InterfaceAddress address : addressesOf(device)) {
            if (address.secondary() || Math.min(address.scope(), SCOPE_OF_LOCALNET) > scope) {
                continue;
            }
            if (towards == 0 || address.prefix().contains(towards)) {
                return address.prefix().address();
            }
            if (first == 0) {
                first = address.prefix().address();
            }
        }
        return first != 0 ? first : selectElsewhere(scope);
    }

    private int selectElsewhere(int scope) {
        for (InterfaceAddress address : addresses.all()) {
            if (!address.secondary() && address.scope() != Scope.LINK && address.scope() <= scope) {
                return address.prefix().address();
            }
        }
        return 0;
    }

    /** In the order in which {@code ip addr} shows them. */
    public List<InterfaceAddress> addressesOf(Device device) {
        return addresses.of(device);
    }

    /** False when the device has this very address already. */
    public boolean addAddress(Device device, Ipv4Prefix prefix, int broadcast, int scope, String label) {
        InterfaceAddress address = addresses.add(device, prefix, broadcast, scope, label);
        if (address == null) {
            return false;
        }
        addLocalRoutes(device, address);
        if (device.isUp()) {
            addSubnetRoutes(device, address);
        }
        changed();
        return true;
    }

    /**
     * A primary address takes its secondary ones with it, the last address every route of the device, and an address
     * that the namespace no longer has the routes that prefer it ({@code devinet.c:__inet_del_ifa()},
     * {@code fib_frontend.c:fib_del_ifaddr()}).
     *
     * @return false when the device has no such address
     */
    boolean removeAddress(Device device, Ipv4Prefix prefix) {
        InterfaceAddress gone = addresses.remove(device, prefix);
        if (gone == null) {
            return false;
        }
        List<InterfaceAddress> list = addressesOf(device);
        local.removeAll(device);
        if (list.isEmpty()) {
            main.removeAll(device);
        }
        forgetStrangeSources();
        for (InterfaceAddress address : list) {
            addLocalRoutes(device, address);
            if (device.isUp()) {
                addSubnetRoutes(device, address);
            }
        }
        if (!gone.secondary()) {
            Ipv4Prefix network = new Ipv4Prefix(prefix.network(), prefix.length());
            main.remove(kernelRoute(network, AddressType.UNICAST, device, prefix.address(), Scope.LINK)::equals);
        }
        changed();
        return true;
    }

    /** The device got another name, and so do its addresses. */
    public void relabel(Device device, String newName) {
        addresses.relabel(device, newName);
    }

    private void forgetStrangeSources() {
        removeRoutes(route -> route.preferredSource() != 0 && !isOwn(route.preferredSource()));
    }

    /** Removes every route of table main that is accepted. */
    public void removeRoutes(Predicate<Route> which) {
        while (main.remove(which)) {
            changed();
        }
    }

    /** The device came up: its subnets become reachable ({@code fib_add_ifaddr()}). */
    void deviceUp(Device device) {
        for (InterfaceAddress address : addressesOf(device)) {
            addLocalRoutes(device, address);
            addSubnetRoutes(device, address);
        }
        changed();
    }

    /** The device went down: every route by it goes but those to this host ({@code fib_sync_down_dev()}). */
    void deviceDown(Device device) {
        local.removeAll(route -> route.device() == device && route.scope() != Scope.HOST);
        main.removeAll(device);
        changed();
    }

    /** The device left the namespace, with its addresses and routes. */
    void deviceGone(Device device) {
        deviceDown(device);
        local.removeAll(device);
        addresses.removeAll(device);
        forgetStrangeSources();
    }

    private void addLocalRoutes(Device device, InterfaceAddress address) {
        int host = address.prefix().address();
        int source = addresses.primaryOf(device, address);
        local.append(kernelRoute(new Ipv4Prefix(host, 32), AddressType.LOCAL, device, source, Scope.HOST));
    }

    private void addSubnetRoutes(Device device, InterfaceAddress address) {
        Ipv4Prefix prefix = address.prefix();
        int host = addresses.primaryOf(device, address);
        if (address.broadcast() != 0 && address.broadcast() != Ipv4Address.BROADCAST) {
            addBroadcast(device, address.broadcast(), host);
        }
        boolean own32 = prefix.length() == 32;
        if (Ipv4Address.isZeroNet(prefix.network()) || address.secondary() || own32) {
            return;
        }
        Ipv4Prefix network = new Ipv4Prefix(prefix.network(), prefix.length());
        if (Ipv4Address.isLoopback(host)) {
            local.append(kernelRoute(network, AddressType.LOCAL, device, host, Scope.HOST));
        } else {
            main.append(kernelRoute(network, AddressType.UNICAST, device, host, Scope.LINK));
        }
        if (prefix.length() < 31) {
            addBroadcast(device, prefix.broadcast(), host);
        }
    }

    private void addBroadcast(Device device, int broadcast, int host) {
        local.append(kernelRoute(new Ipv4Prefix(broadcast, 32), AddressType.BROADCAST, device, host, Scope.LINK));
    }

    private static Route kernelRoute(Ipv4Prefix to, AddressType type, Device device, int source, int scope) {
        return new Route(to, type, device, 0, source, scope, 0, "kernel");
    }

    /** False when a route to the destination with this metric exists. */
    public boolean addRoute(Route route) {
        boolean added = main.add(route);
        changed();
        return added;
    }

    /** Takes the place of the first route to the destination with this metric, if there is one. */
    public void replaceRoute(Route route) {
        main.replace(route);
        changed();
    }

    /** Stands behind the routes to the destination with this metric. */
    public void appendRoute(Route route) {
        main.append(route);
        changed();
    }

    /** False when no route of table main is accepted. */
    public boolean removeRoute(Predicate<Route> which) {
        boolean removed = main.remove(which);
        changed();
        return removed;
    }

    /** Table main in the order of {@code ip route}. */
    public List<Route> routes() {
        return main.routes();
    }

    /** Table local in the order of {@code ip route show table local}. */
    public List<Route> localRoutes() {
        return local.routes();
    }
}
