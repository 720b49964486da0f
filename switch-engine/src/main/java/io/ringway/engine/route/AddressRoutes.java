package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;

/** The routes that the kernel itself makes for the addresses of an interface ({@code fib_frontend.c:fib_add_ifaddr()}). */
final class AddressRoutes {
    private final InterfaceAddresses addresses;

    AddressRoutes(InterfaceAddresses addresses) {
        this.addresses = addresses;
    }

    /** In the order of their making; while the device is down only those to this host. */
    List<Route> of(Device device, boolean up) {
        List<Route> routes = new ArrayList<>();
        for (InterfaceAddress address : addresses.of(device)) {
            int source = addresses.primaryOf(device, address);
            Ipv4Prefix host = new Ipv4Prefix(address.prefix().address(), 32);
            routes.add(kernelRoute(host, AddressType.LOCAL, device, source, Scope.HOST));
            if (up) {
                addSubnet(routes, device, address, source);
            }
        }
        return routes;
    }

    private static void addSubnet(List<Route> routes, Device device, InterfaceAddress address, int source) {
        Ipv4Prefix prefix = address.prefix();
        if (address.broadcast() != 0 && address.broadcast() != Ipv4Address.BROADCAST) {
            routes.add(broadcast(device, address.broadcast(), source));
        }
        if (Ipv4Address.isZeroNet(prefix.network()) || address.secondary() || prefix.length() == 32) {
            return;
        }
        Ipv4Prefix network = new Ipv4Prefix(prefix.network(), prefix.length());
        routes.add(
                device instanceof Loopback
                        ? kernelRoute(network, AddressType.LOCAL, device, source, Scope.HOST)
                        : kernelRoute(network, AddressType.UNICAST, device, source, Scope.LINK));
        if (prefix.length() < 31) {
            routes.add(broadcast(device, prefix.broadcast(), source));
        }
    }

    private static Route broadcast(Device device, int address, int source) {
        return kernelRoute(new Ipv4Prefix(address, 32), AddressType.BROADCAST, device, source, Scope.LINK);
    }

    private static Route kernelRoute(Ipv4Prefix to, AddressType type, Device device, int source, int scope) {
        return Route.simple(to, type, device, 0, source, scope, Route.PROTOCOL_KERNEL);
    }
}
