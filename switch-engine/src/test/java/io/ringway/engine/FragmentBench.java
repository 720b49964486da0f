package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.DropReason;
import java.util.List;

/** A host between left 10.0.1.2 and right 10.0.2.2, both silent, all links with an MTU of 9000. */
final class FragmentBench {
    static final long LEFT = Bench.mac(0x12);
    static final long NEAR = Bench.mac(0x11);

    final Bench bench = new Bench();
    final Veth left;
    final Veth right;

    FragmentBench() {
        Veth[] near = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
        Veth[] far = bench.veth("right", "eth0", 0x22, "host", "far", 0x21);
        left = near[0];
        right = far[0];
        bench.address(near[1], "10.0.1.1/24");
        bench.address(far[1], "10.0.2.1/24");
        bench.address(left, "10.0.1.2/24");
        bench.address(right, "10.0.2.2/24");
        bench.forwarding(near[1], far[1]);
        for (Veth end : List.of(near[0], near[1], far[0], far[1])) {
            end.setMtu(9000);
        }
        bench.ns("left").stack().localEnd().setMute(true);
        bench.ns("right").stack().localEnd().setMute(true);
    }

    /** A rule that needs conntrack, so that the host reassembles what it forwards. */
    FragmentBench tracking() {
        String rules = "*filter\n-A FORWARD -m conntrack --ctstate INVALID -j ACCEPT\nCOMMIT\n";
        bench.ns("host").stack().netfilter().restore(rules, RestoreOptions.NONE);
        assertThat(bench.ns("host").stack().netfilter().tracking()).isTrue();
        return this;
    }

    FragmentBench egressMtu(int mtu) {
        right.peer().setMtu(mtu);
        return this;
    }

    /** 3000 bytes of UDP from left to right. */
    static byte[] packet() {
        return Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 64, 2992);
    }

    static byte[] wholePacket() {
        return Frames.udpWhole(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 2992);
    }

    /** 3000 bytes of UDP from left to the host itself. */
    static byte[] packetForHost() {
        return Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.1.1", 64, 2992);
    }

    void send(byte[] frame) {
        bench.inject(left, frame);
    }

    void send(List<byte[]> frames) {
        frames.forEach(this::send);
    }

    List<String> atRight() {
        return Fragments.describe(bench.arrived(right));
    }

    List<String> atLeft() {
        return Fragments.describe(bench.arrived(left));
    }

    long dropped(DropReason reason) {
        return bench.network.accounts().droppedFrames(reason);
    }

    void assertNothingHeld() {
        assertThat(bench.network.accounts().heldFrames()).isZero();
        var pool = bench.network.kernel().pool();
        assertThat(pool.freeCells()).isEqualTo(pool.totalCells());
        assertThat(bench.ns("host").stack().reassembly().memoryBytes()).isZero();
    }
}
