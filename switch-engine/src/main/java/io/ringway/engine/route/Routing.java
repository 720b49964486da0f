package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceTable;
import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.packet.Randomness;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses, tables and rules of one namespace, and the way from a flow to its route. Sources: {@code fib_frontend.c},
 * {@code fib_semantics.c}, {@code devinet.c:inet_select_addr()}.
 */
public final class Routing {
    private static final int CACHE_SIZE = 1024;

    private final StackSettings settings;
    private final RouteTables tables;
    private final RoutingRules rules;
    private final InterfaceAddresses addresses = new InterfaceAddresses();
    private final SourceAddress sourceAddress;
    private final Multipath multipath;
    private final AddressRoutes addressRoutes = new AddressRoutes(addresses);
    private final int[] cachedAddresses = new int[CACHE_SIZE];
    private final Route[] cachedRoutes = new Route[CACHE_SIZE];
    private final Flow typeFlow = new Flow();
    private final FibResult typeResult = new FibResult();
    private final RouteChanges changes = new RouteChanges(this);
    private final DeviceRoutes devices = new DeviceRoutes(this, addressRoutes);
    private boolean simple = true;
    private int generation;
    private boolean customLocal;

    public Routing(StackSettings settings, InterfaceTable interfaces, Randomness randomness) {
        this.settings = settings;
        sourceAddress = new SourceAddress(addresses, settings, interfaces);
        tables = new RouteTables(settings);
        rules = new RoutingRules(tables, interfaces);
        multipath = new Multipath(
                tables, sourceAddress, randomness.stream("multipath hash").below(Integer.MAX_VALUE, 0));
    }

    /**
     * {@code fib_lookup()}. Remembers recent answers as long as nothing but the destination decides.
     *
     * @return null when there is a route, in {@code result}
     */
    public RouteError lookup(Flow flow, FibResult result) {
        if (!simple || flow.out != 0 || flow.scope != 0 || settings.ignoresLinkdown()) {
            return slowLookup(flow, result);
        }
        int slot = (flow.destination * 0x9e37_79b9) >>> 22;
        Route known = cachedRoutes[slot];
        if (known != null && cachedAddresses[slot] == flow.destination) {
            result.found(known, known.nexthop());
            result.table = RouteTables.MAIN;
            return null;
        }
        RouteError error = slowLookup(flow, result);
        if (error == null && !result.route().isMultipath() && result.table == RouteTables.MAIN) {
            cachedAddresses[slot] = flow.destination;
            cachedRoutes[slot] = result.route();
        }
        return error;
    }

    private RouteError slowLookup(Flow flow, FibResult result) {
        result.clear();
        if (rules.custom()) {
            return rules.lookup(flow, result);
        }
        RouteError error = tables.lookupMerged(flow, result);
        RouteTable last = error == null ? null : tables.get(RouteTables.DEFAULT);
        if (last != null) {
            error = tables.lookup(last, flow, result);
        }
        return error == RouteError.TRY_NEXT ? RouteError.NETWORK_UNREACHABLE : error;
    }

    /** Tables or rules changed. */
    public void changed() {
        generation++;
        Arrays.fill(cachedRoutes, null);
        simple = !rules.custom();
        for (RouteTable table : simple ? tables.all() : List.<RouteTable>of()) {
            simple &= table.routes().stream().allMatch(route -> route.tos() == 0);
        }
    }

    /** How often they did ({@code net->ipv4.rt_genid}). */
    public int generation() {
        return generation;
    }

    /** Whether the address is configured on any interface ({@code inet_lookup_ifaddr_rcu()}). */
    public boolean isOwn(int address) {
        return addresses.contains(address);
    }

    /** Whether packets from the address may be made here ({@code devinet.c:__ip_dev_find()}). */
    public boolean isLocal(int address) {
        return addresses.contains(address) || typeIn(tables.local(), address, null) == AddressType.LOCAL;
    }

    /**
     * Type of an address ({@code fib_frontend.c:__inet_dev_addr_type()}).
     *
     * @param device counts only local and broadcast addresses of this device; null for any
     */
    public AddressType type(int address, Device device) {
        return typeIn(tables.local(), address, device);
    }

    AddressType typeIn(RouteTable table, int address, Device device) {
        if (Ipv4Address.isZeroNet(address) || address == Ipv4Address.BROADCAST) {
            return AddressType.BROADCAST;
        }
        if (Ipv4Address.isMulticast(address)) {
            return AddressType.MULTICAST;
        }
        boolean merged = table == tables.local() && !rules.custom();
        typeFlow.to(address);
        RouteError error =
                merged ? tables.lookupMerged(typeFlow, typeResult) : tables.lookup(table, typeFlow, typeResult);
        if (error != null) {
            return AddressType.UNICAST;
        }
        return device == null || typeResult.device() == device ? typeResult.type() : AddressType.UNICAST;
    }

    /** Whether somebody added local routes by hand ({@code fib_has_custom_local_routes}). */
    boolean hasCustomLocalRoutes() {
        return customLocal;
    }

    void noteCustomLocalRoute() {
        customLocal = true;
    }

    /** The source address of a packet sent by this way ({@code fib_result_prefsrc()}), 0 for none. */
    public int sourceFor(Route route, Nexthop way) {
        boolean chosen = route.preferredSource() != 0;
        return chosen ? route.preferredSource() : select(way.device(), way.gateway(), route.scope());
    }

    /** {@code inet_select_addr()}: see {@link SourceAddress}. */
    public int select(Device device, int towards, int scope) {
        return sourceAddress.select(device, towards, scope);
    }

    /** In the order in which {@code ip addr} shows them. */
    public List<InterfaceAddress> addressesOf(Device device) {
        return addresses.of(device);
    }

    /** False when the device has this very address already. */
    public boolean addAddress(Device device, Ipv4Prefix prefix, int broadcast, int scope, String label) {
        if (addresses.add(device, prefix, broadcast, scope, label) == null) {
            return false;
        }
        device.addressesChanged(addresses.numbersOf(device));
        devices.revive(device);
        for (Route route : addressRoutes.of(device, device.isUp())) {
            tables.holding(route).append(route);
        }
        changed();
        return true;
    }

    /**
     * A primary address takes its secondary ones with it or makes the first of them primary, the last address every route
     * of the device, and an address that the namespace no longer has the routes of table main that prefer it
     * ({@code devinet.c:__inet_del_ifa()}, {@code fib_frontend.c:fib_del_ifaddr()}).
     *
     * @return false when the device has no such address
     */
    public boolean removeAddress(Device device, Ipv4Prefix prefix) {
        List<Route> before = addressRoutes.of(device, device.isUp());
        if (addresses.remove(device, prefix, settings.promotesSecondaries(device)) == null) {
            return false;
        }
        device.addressesChanged(addresses.numbersOf(device));
        List<Route> after = addressRoutes.of(device, device.isUp());
        for (Route gone : before) {
            if (after.stream().noneMatch(gone::isSameAs)) {
                tables.holding(gone).removeAll(gone::isSameAs);
            }
        }
        for (Route route : after) {
            if (before.stream().noneMatch(route::isSameAs)) {
                tables.holding(route).append(route);
            }
        }
        devices.forgetStrangeSources();
        if (addressesOf(device).isEmpty()) {
            devices.killWays(device, true);
        }
        changed();
        return true;
    }

    /** The device got another name, and so do its addresses. */
    public void relabel(Device device, String newName) {
        addresses.relabel(device, newName);
    }

    /** Interfaces came, went or were renamed. */
    public void interfacesChanged() {
        rules.resolve();
    }

    /** What devices do to routes. */
    public DeviceRoutes devices() {
        return devices;
    }

    /** Whether a lookup has to know protocol and ports: for rules or to choose among several ways. */
    public boolean needsPorts() {
        return rules.askForPorts() || multipath.policy() == Multipath.LAYER_4;
    }

    /** {@code net.ipv4.fib_multipath_hash_*}. */
    public Multipath multipath() {
        return multipath;
    }

    public InterfaceAddresses addresses() {
        return addresses;
    }

    /** {@code ip route add} and the like. */
    public RouteChanges changes() {
        return changes;
    }

    RouteTables tables() {
        return tables;
    }

    /** {@code ip rule}. Tell {@link #changed} afterwards. */
    public RoutingRules rules() {
        return rules;
    }

    /** The table of that number; null when nothing was ever added to it. */
    public RouteTable table(int number) {
        return tables.get(number);
    }

    /** In the order of {@code ip route show table all}. */
    public List<RouteTable> allTables() {
        return tables.all();
    }

    /** Table main in the order of {@code ip route}. */
    public List<Route> routes() {
        return tables.main().routes();
    }
}
