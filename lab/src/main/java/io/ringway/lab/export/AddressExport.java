package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;

/**
 * Addresses in the order in which {@code ip addr} shows them, and which devices are up. Of routes to one network by
 * several devices the oldest counts, so the devices come in that order.
 */
final class AddressExport implements ExportSection {
    private static final Ipv4Prefix LOCALHOST = new Ipv4Prefix(Ipv4Address.LOOPBACK, 8);

    @Override
    public void write(Namespace namespace, LabScript script) {
        for (Device device : DeviceOrder.of(namespace)) {
            if (device instanceof Loopback) {
                loopback(namespace, script, device);
                continue;
            }
            addresses(namespace, script, device, namespace.stack().routing().addressesOf(device));
            if (device.isUp()) {
                script.ip(namespace, "link", "set", device.name(), "up");
            }
        }
    }

    /** It gives itself 127.0.0.1 when it comes up without an address ({@code devinet.c:inetdev_event()}). */
    private static void loopback(Namespace namespace, LabScript script, Device device) {
        List<InterfaceAddress> all = namespace.stack().routing().addressesOf(device);
        boolean givenByItself =
                device.isUp() && !all.isEmpty() && all.get(0).prefix().equals(LOCALHOST);
        if (!givenByItself) {
            addresses(namespace, script, device, all);
        }
        script.ip(namespace, "link", "set", device.name(), device.isUp() ? "up" : "down");
        if (givenByItself) {
            addresses(namespace, script, device, all.subList(1, all.size()));
        } else if (device.isUp() && all.isEmpty()) {
            script.ip(namespace, "addr", "del", LOCALHOST.toString(), "dev", device.name());
        }
        if (device.mtu() != 65_536) {
            script.ip(namespace, "link", "set", device.name(), "mtu", Integer.toString(device.mtu()));
        }
    }

    private static void addresses(
            Namespace namespace, LabScript script, Device device, List<InterfaceAddress> addresses) {
        for (InterfaceAddress address : addresses) {
            List<String> words = new ArrayList<>(List.of("addr", "add", text(address.prefix())));
            if (address.broadcast() != 0) {
                words.addAll(List.of("brd", Ipv4Address.format(address.broadcast())));
            }
            if (address.scope() != Scope.UNIVERSE || device instanceof Loopback) {
                words.addAll(List.of("scope", Scope.name(address.scope())));
            }
            if (!address.label().equals(device.name())) {
                words.addAll(List.of("label", address.label()));
            }
            if (address.autojoin()) {
                words.add("autojoin");
            }
            words.addAll(List.of("dev", device.name()));
            script.ip(namespace, words.toArray(String[]::new));
        }
    }

    private static String text(Ipv4Prefix prefix) {
        return Ipv4Address.format(prefix.address()) + "/" + prefix.length();
    }
}
