package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What becomes of the routes of a namespace when a device changes, comes or goes. Source: {@code fib_semantics.c}. */
public final class DeviceRoutes {
    private final Routing routing;
    private final AddressRoutes addressRoutes;

    DeviceRoutes(Routing routing, AddressRoutes addressRoutes) {
        this.routing = routing;
        this.addressRoutes = addressRoutes;
    }

    /** The device came up: its subnets become reachable, and dead ways alive ({@code fib_sync_up()}). */
    public void up(Device device) {
        revive(device);
        for (Route route : addressRoutes.of(device, true)) {
            routing.tables().holding(route).append(route);
        }
        routing.changed();
    }

    void revive(Device device) {
        if (device.isUp()) {
            forEachWay(device, way -> way.setDead(false));
        }
    }

    /** The device went down: every route by it goes but those to this host ({@code fib_sync_down_dev()}). */
    public void down(Device device) {
        killWays(device, false);
        routing.changed();
    }

    /** @param force also the ways to this host */
    void killWays(Device device, boolean force) {
        forEachWay(device, way -> way.setDead(way.dead() || force || way.scope() != Scope.NOWHERE));
        routing.tables().all().forEach(table -> table.removeAll(Route::isDead));
    }

    /** What was learnt of paths by the device follows its MTU ({@code fib_sync_mtu()}). */
    public void mtuChanged(Device device, int before) {
        forEachWay(device, way -> way.mtuChanged(before, device.mtu()));
    }

    private void forEachWay(Device device, Consumer<Nexthop> action) {
        for (RouteTable table : routing.tables().all()) {
            for (Route route : table.routes()) {
                for (Nexthop way : route.nexthops()) {
                    if (way.device() == device) {
                        action.accept(way);
                    }
                }
            }
        }
    }

    /** The device left the namespace, with its addresses and all routes that mention it. */
    public void gone(Device device) {
        routing.addresses().removeAll(device);
        device.addressesChanged(new int[0]);
        forgetStrangeSources();
        Predicate<Route> mentions = route -> route.nexthops().stream().anyMatch(way -> way.device() == device);
        routing.tables().all().forEach(table -> table.removeAll(mentions));
        routing.changed();
    }

    /** {@code fib_semantics.c:fib_sync_down_addr()}. */
    void forgetStrangeSources() {
        routing.tables()
                .main()
                .removeAll(route -> route.preferredSource() != 0 && !routing.isLocal(route.preferredSource()));
    }
}
