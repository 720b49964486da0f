package io.ringway.engine;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.engine.route.RouteRequest;
import io.ringway.engine.route.Scope;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** A workbench for engine tests: builds small networks in a line each, injects frames, and keeps what every device saw. */
final class Bench {
    final Network network;
    final List<Seen> seen = new ArrayList<>();

    /** One frame at one device. */
    record Seen(String where, boolean outgoing, byte[] bytes) {}

    Bench() {
        this(new Kernel(1));
    }

    Bench(Kernel kernel) {
        network = new Network(kernel);
    }

    Namespace ns(String name) {
        Namespace namespace = network.namespace(name);
        return namespace != null ? namespace : network.addNamespace(name);
    }

    /** A veth pair, both ends up; MACs by the last octet. */
    Veth[] veth(String ns, String name, int mac, String peerNs, String peerName, int peerMac) {
        Veth[] ends = Veth.pair(network.kernel(), name, mac(mac), peerName, mac(peerMac));
        ns(peerNs).add(ends[1], 0);
        ns(ns).add(ends[0], 0);
        ns(ns).setUp(ends[0], true);
        ns(peerNs).setUp(ends[1], true);
        watch(ends[0]);
        watch(ends[1]);
        return ends;
    }

    Bridge bridge(String ns, String name, int mac, Device... ports) {
        Bridge bridge = new Bridge(network.kernel(), name, mac(mac), true);
        ns(ns).add(bridge, 0);
        ns(ns).setUp(bridge, true);
        for (Device port : ports) {
            bridge.addPort(port);
        }
        watch(bridge);
        return bridge;
    }

    void address(Device device, String prefix) {
        ns(device.namespace()).stack().routing().addAddress(device, Ipv4Prefix.parse(prefix), 0, Scope.UNIVERSE, "");
    }

    void defaultRoute(Device device, String gateway) {
        ns(device.namespace())
                .stack()
                .routing()
                .changes()
                .make(
                        new RouteRequest(
                                new Ipv4Prefix(0, 0),
                                0,
                                AddressType.UNICAST,
                                Scope.UNIVERSE,
                                0,
                                Route.PROTOCOL_BOOT,
                                0,
                                RouteMetrics.NONE,
                                254,
                                new RouteRequest.Way(device, Ipv4Address.parse(gateway), false, 1),
                                List.of()),
                        RouteRequest.Mode.ADD);
    }

    void forwarding(Device... devices) {
        for (Device device : devices) {
            ns(device.namespace())
                    .stack()
                    .settings()
                    .of(device)
                    .set(io.ringway.engine.setting.InterfaceSettings.Setting.FORWARDING, 1);
        }
    }

    void watch(Device device) {
        device.addTap(
                (frame, outgoing) ->
                        seen.add(new Seen(device.namespace() + ":" + device.name(), outgoing, frame.toBytes())),
                false);
    }

    void inject(Device device, byte[] bytes) {
        inject(device, bytes, network.kernel().nowNs());
    }

    void inject(Device device, byte[] bytes, long timeNs) {
        var frame = network.kernel().pool().allocate(bytes.length);
        frame.put(0, bytes);
        network.inject(device, frame, timeNs);
    }

    void advance(double seconds) {
        network.kernel().advanceTo(network.kernel().nowNs() + (long) (seconds * 1e9));
    }

    /** What came in at a device, oldest first. */
    List<byte[]> arrived(Device device) {
        return frames(device, false);
    }

    List<byte[]> sent(Device device) {
        return frames(device, true);
    }

    private List<byte[]> frames(Device device, boolean outgoing) {
        String where = device.namespace() + ":" + device.name();
        return seen.stream()
                .filter(one -> one.where().equals(where) && one.outgoing() == outgoing)
                .map(Seen::bytes)
                .toList();
    }

    /** Names of the devices at which frames came in, in order, and forgets what was seen. */
    List<String> arrivals() {
        List<String> names =
                seen.stream().filter(one -> !one.outgoing()).map(Seen::where).toList();
        seen.clear();
        return names;
    }

    /** 02:00:00:00:00:NN. */
    static long mac(int lastOctet) {
        return MacAddress.parse("02:00:00:00:00:00") | lastOctet;
    }
}
