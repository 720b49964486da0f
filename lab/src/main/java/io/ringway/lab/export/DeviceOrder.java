package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which devices get their addresses: by number, but behind the device that they stand on, and behind those
 * whose own routes to the same network came first. Where no order would do, the number counts.
 */
final class DeviceOrder {
    private record Key(int table, String destination) {}

    private final Map<Device, Set<Device>> before = new HashMap<>();
    private final Set<Device> visited = new HashSet<>();
    private final List<Device> order = new ArrayList<>();

    private DeviceOrder() {}

    static List<Device> of(Namespace namespace) {
        DeviceOrder devices = new DeviceOrder();
        for (Device device : namespace.devices()) {
            devices.before.put(device, new HashSet<>());
        }
        for (Device device : namespace.devices()) {
            devices.follows(DeviceExports.lowerOf(device), device);
        }
        for (RouteTable table : namespace.stack().routing().allTables()) {
            devices.readRoutes(table);
        }
        namespace.devices().forEach(device -> devices.visit(namespace, device));
        return devices.order;
    }

    private void readRoutes(RouteTable table) {
        Map<Key, Device> last = new HashMap<>();
        for (Route route : table.routes()) {
            if (route.protocol() == Route.PROTOCOL_KERNEL) {
                Key key = new Key(route.table(), route.destination().toString());
                follows(last.put(key, route.device()), route.device());
            }
        }
    }

    private void follows(Device first, Device second) {
        if (first != null && first != second && before.containsKey(first) && before.containsKey(second)) {
            before.get(second).add(first);
        }
    }

    private void visit(Namespace namespace, Device device) {
        if (visited.add(device)) {
            namespace.devices().stream().filter(before.get(device)::contains).forEach(first -> visit(namespace, first));
            order.add(device);
        }
    }
}
