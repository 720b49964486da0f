package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/** Why frames for a MAC address reached only others: whose it is and what keeps it away, or who believes in it. */
final class OtherHostAdvice {
    private static final String REWRITE = "--rewrite-mac gives every frame the model's MAC addresses";

    private final Network network;

    OtherHostAdvice(Network network) {
        this.network = network;
    }

    String of(String mac) {
        if (mac.isEmpty()) {
            return "";
        }
        long wanted = MacAddress.parse(mac);
        Device owner = owner(wanted);
        Neighbour believed = neighbour(wanted);
        if (owner != null) {
            String why = unreachable(owner, believed);
            return why.isEmpty()
                    ? REWRITE + "; " + mac + " is " + name(owner) + "'s, which got none of them"
                    : mac + " is " + name(owner) + ": " + why;
        }
        if (believed == null) {
            return REWRITE + "; nobody who got them is " + mac;
        }
        String address = Ipv4Address.format(believed.address());
        Device real = holder(believed.address());
        return "nobody has " + mac + ", which " + believed.device().namespace() + " believes to be " + address + ": "
                + command(
                        believed.device(),
                        "neigh del " + address + " dev " + believed.device().name())
                + (real == null ? "" : "; " + name(real) + " has it, with " + MacAddress.format(real.mac()));
    }

    private static String unreachable(Device owner, Neighbour believed) {
        if (!owner.isUp()) {
            return "it is down: " + command(owner, "link set " + owner.name() + " up");
        }
        if (!(owner instanceof Veth veth)) {
            return "";
        }
        Veth peer = veth.peer();
        if (!peer.isUp()) {
            return "its other end is down: " + command(peer, "link set " + peer.name() + " up");
        }
        if (peer.port() == null && believed != null && believed.device().kind().equals("bridge")) {
            return "its other end " + name(peer) + " is in no bridge: "
                    + command(
                            peer,
                            "link set " + peer.name() + " master "
                                    + believed.device().name());
        }
        return "";
    }

    private Device owner(long mac) {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                if (device.mac() == mac && device.port() == null) {
                    return device;
                }
            }
        }
        return null;
    }

    private Device holder(int address) {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                for (InterfaceAddress one : namespace.stack().routing().addressesOf(device)) {
                    if (one.prefix().address() == address) {
                        return device;
                    }
                }
            }
        }
        return null;
    }

    private Neighbour neighbour(long mac) {
        for (Namespace namespace : network.namespaces()) {
            for (Neighbour one : namespace.stack().neighbours().all()) {
                if (one.mac() == mac && one.state().isValid()) {
                    return one;
                }
            }
        }
        return null;
    }

    private static String name(Device device) {
        return device.namespace() + ":" + device.name();
    }

    private static String command(Device device, String words) {
        return "ip " + (device.namespace().equals(Network.HOST) ? "" : "-n " + device.namespace() + " ") + words;
    }
}
