package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.engine.vxlan.VxlanFdbEntry.State;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tunnel from 10.0.0.1 to 10.0.0.2 and the rules around it (golden cases {@code vxlan/poll-tracked},
 * {@code icmp/no-error-of-icmp}).
 */
final class TunnelRulesTest {
    private final Bench bench = new Bench();
    private final Veth[] wire = bench.veth("h1", "eth0", 1, "h2", "eth0", 2);
    private Vxlan here;
    private Vxlan there;

    @BeforeEach
    void twoHosts() {
        bench.address(wire[0], "10.0.0.1/24");
        bench.address(wire[1], "10.0.0.2/24");
        here = vxlan("h1", 0x11, "10.0.0.2");
        there = vxlan("h2", 0x12, "10.0.0.1");
        int address = Ipv4Address.parse("10.0.0.2");
        bench.ns("h1").stack().neighbours().set(wire[0], address, wire[1].mac(), NeighbourState.PERMANENT);
    }

    private Vxlan vxlan(String ns, int mac, String remote) {
        int address = Ipv4Address.parse(remote);
        VxlanConfig config = new VxlanConfig(
                42, address, 0, null, 4789, 0, 0, 0, false, 0, DontFragment.UNSET, true, 300, 0, true, false, false);
        Vxlan vxlan = new Vxlan(bench.network.kernel(), bench.ns(ns).stack(), "vx42", Bench.mac(mac), config);
        bench.ns(ns).add(vxlan, 0);
        bench.ns(ns).setUp(vxlan, true);
        bench.watch(vxlan);
        return vxlan;
    }

    private void rule(String ns, String rule) {
        bench.ns(ns).stack().netfilter().restore("*filter\n-A " + rule + "\nCOMMIT\n", RestoreOptions.NONE);
    }

    @Test
    void oneOfTwoCopiesThatOnePollBringsLosesTheClash() {
        VxlanRemote same = new VxlanRemote(Ipv4Address.parse("10.0.0.2"), 4789, 42, wire[0].ifindex());
        here.fdb().append(0, same, State.PERMANENT, false);
        Veth[] behind = bench.veth("h2", "eth1", 3, "c", "eth0", 4);
        bench.address(there, "10.1.0.2/24");
        bench.address(behind[0], "10.2.0.2/24");
        bench.forwarding(there, behind[0]);
        int address = Ipv4Address.parse("10.2.0.9");
        bench.ns("h2").stack().neighbours().set(behind[0], address, behind[1].mac(), NeighbourState.PERMANENT);
        rule("h2", "FORWARD -m conntrack --ctstate NEW");
        bench.inject(here, Frames.echoRequest(there.mac(), here.mac(), "10.1.0.1", "10.2.0.9", 64));
        assertThat(bench.arrived(there)).hasSize(2);
        assertThat(bench.arrived(behind[1])).hasSize(1);
        assertThat(bench.ns("h2").stack().netfilter().save(true)).contains("[2:168] -A FORWARD");
    }

    @Test
    void noErrorTellsOfARequestThatAnIcmpMessageCaused() {
        List<byte[]> told = new ArrayList<>();
        bench.address(here, "10.1.0.1/24");
        bench.ns("h1").setUp(bench.ns("h1").device("lo"), true);
        bench.ns("h1").stack().localEnd().setListener(frame -> told.add(frame.toBytes()));
        rule("h1", "OUTPUT -p udp --dport 4789 -j REJECT");
        bench.inject(wire[1], Frames.echoRequest(wire[0].mac(), wire[1].mac(), "10.1.0.5", "10.0.0.1", 64));
        bench.advance(0.9);
        assertThat(bench.sent(here)).hasSize(1);
        int first = told.size();
        bench.advance(0.2);
        assertThat(bench.sent(here)).hasSize(2);
        assertThat(told).hasSize(first + 1);
        assertThat(Fragments.describe(told))
                .filteredOn(line -> line.contains("icmp 3/3"))
                .hasSize(1);
    }
}
