package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.engine.vxlan.VxlanFdbEntry.State;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.nat.Netfilter;
import io.ringway.nat.rules.IptablesCommand;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The executor is invisible: inline, or staged with bursts of one, every device sees the same bytes in the same order. */
class InvisibilityContractTest {
    private static final long SEED = 20_261_121;

    private static final List<String> RULES = List.of(
            "-P FORWARD DROP",
            "-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
            "-A FORWARD -i br0 ! -o br0 -j ACCEPT",
            "-A INPUT -s 10.0.0.2/32 -p icmp -m icmp --icmp-type 8 -j ACCEPT",
            "-t nat -A POSTROUTING -s 10.0.0.0/24 ! -o br0 -j MASQUERADE");

    @Test
    void stagedWithBurstsOfOneShowsWhatInlineShows() {
        assertThat(run(new Kernel(1, 1))).isEqualTo(run(new Kernel(1))).hasSizeGreaterThan(1000);
    }

    private static Vxlan tunnel(Bench bench, String ns, String remote) {
        VxlanConfig config = new VxlanConfig(
                42,
                Ipv4Address.parse(remote),
                0,
                null,
                4789,
                0,
                0,
                0,
                false,
                0,
                DontFragment.UNSET,
                true,
                300,
                0,
                true,
                false,
                false);
        Vxlan vxlan =
                new Vxlan(bench.network.kernel(), bench.ns(ns).stack(), "vx", Bench.mac(0x40 + ns.charAt(0)), config);
        bench.ns(ns).add(vxlan, 0);
        bench.ns(ns).setUp(vxlan, true);
        bench.watch(vxlan);
        return vxlan;
    }

    /**
     * Two hosts and a router on one bridge with a tunnel over it, a third host behind it, rules and MASQUERADE between them;
     * traffic of all kinds, some of it for nobody. What every device saw, then drops by reason, rules with counters, connections.
     */
    private static List<String> run(Kernel kernel) {
        Bench bench = new Bench(kernel);
        Veth[] a = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        Veth[] b = bench.veth("b", "eth0", 0xb, "host", "vb", 2);
        Veth[] out = bench.veth("out", "eth0", 0xc, "host", "uplink", 3);
        var bridge = bench.bridge("host", "br0", 9, a[1], b[1]);
        bench.address(bridge, "10.0.0.1/24");
        bench.address(out[1], "10.9.0.1/24");
        bench.address(a[0], "10.0.0.2/24");
        bench.address(b[0], "10.0.0.3/24");
        bench.address(out[0], "10.9.0.2/24");
        bench.defaultRoute(a[0], "10.0.0.1");
        bench.defaultRoute(out[0], "10.9.0.1");
        bench.forwarding(bridge, out[1]);
        for (String rule : RULES) {
            IptablesCommand.parse(List.of(rule.split(" ", -1)))
                    .run(bench.ns("host").stack().netfilter());
        }
        Random random = new Random(SEED);
        String[] targets = {"10.0.0.1", "10.0.0.3", "10.9.0.2", "10.9.0.77", "10.0.0.255", "172.16.0.1"};
        long[] macs = {Bench.mac(9), Bench.mac(0xb), Bench.mac(0x77), -1L >>> 16};
        Vxlan tunnel = tunnel(bench, "a", "10.0.0.3");
        Vxlan end = tunnel(bench, "b", "10.0.0.2");
        bench.address(b[0], "10.0.0.4/24");
        tunnel.fdb().append(0, new VxlanRemote(Ipv4Address.parse("10.0.0.4"), 4789, 42, 0), State.PERMANENT, false);
        bench.address(end, "10.3.0.2/24");
        for (int i = 0; i < 400; i++) {
            String target = targets[random.nextInt(targets.length)];
            long mac = macs[random.nextInt(macs.length)];
            byte[] frame = random.nextInt(10) == 0
                    ? Frames.arpRequest(Bench.mac(0xa), "10.0.0.2", target)
                    : Frames.echoRequest(mac, Bench.mac(0xa), "10.0.0.2", target, 1 + random.nextInt(3));
            bench.inject(a[0], frame, kernel.nowNs() + random.nextInt(50_000_000));
            if (i % 20 == 0) {
                bench.inject(tunnel, Frames.arpRequest(tunnel.mac(), "10.3.0.1", "10.3.0.2"));
            }
        }
        bench.advance(10);
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(kernel.pool().freeCells()).isEqualTo(kernel.pool().totalCells());
        List<String> lines = new ArrayList<>();
        for (Bench.Seen seen : bench.seen) {
            lines.add(seen.where() + seen.outgoing() + HexFormat.of().formatHex(seen.bytes()));
        }
        for (DropReason reason : DropReason.values()) {
            lines.add(reason + " " + bench.network.accounts().droppedFrames(reason));
        }
        Netfilter netfilter = bench.ns("host").stack().netfilter();
        assertThat(bench.network.accounts().translatedFrames()).isPositive();
        lines.add(netfilter.save(true));
        lines.add(netfilter.connections().list());
        return lines;
    }
}
