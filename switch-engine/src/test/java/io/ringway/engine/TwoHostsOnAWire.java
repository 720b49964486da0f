package io.ringway.engine;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import java.util.List;

/** Two hosts on one wire, 10.0.0.1 and 10.0.0.2, and tunnels between them. */
abstract class TwoHostsOnAWire {
    static final long A = Bench.mac(0xa);
    static final long B = Bench.mac(0xb);
    static final int PORT = 4789;
    static final int OUTER = 50;

    final Bench bench = new Bench();
    final Veth[] wire = bench.veth("h1", "eth0", 1, "h2", "eth0", 2);

    TwoHostsOnAWire() {
        bench.address(wire[0], "10.0.0.1/24");
        bench.address(wire[1], "10.0.0.2/24");
    }

    static VxlanConfig config(int vni, String remote) {
        int address = remote.isEmpty() ? 0 : Ipv4Address.parse(remote);
        return new VxlanConfig(
                vni, address, 0, null, PORT, 0, 0, 0, false, 0, DontFragment.UNSET, true, 300, 0, true, false, false);
    }

    Vxlan vxlan(String ns, int mac, VxlanConfig config) {
        Kernel kernel = bench.network.kernel();
        Vxlan vxlan = new Vxlan(kernel, bench.ns(ns).stack(), "vx" + config.vni(), Bench.mac(mac), config);
        bench.ns(ns).add(vxlan, 0);
        bench.ns(ns).setUp(vxlan, true);
        bench.watch(vxlan);
        return vxlan;
    }

    long dropped(DropReason reason) {
        return bench.network.accounts().droppedFrames(reason);
    }

    /** What left by the wire, ARP aside. */
    List<byte[]> tunnelled() {
        return bench.sent(wire[0]).stream()
                .filter(frame -> frame[12] == 8 && frame[13] == 0)
                .toList();
    }

    static int u16(byte[] frame, int at) {
        return (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }
}
