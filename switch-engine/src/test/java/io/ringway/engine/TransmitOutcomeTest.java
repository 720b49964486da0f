package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.Ipv4Address;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A host whose wire to the right takes 618 bytes at most, and says so to whoever sends more; each case was seen on the
 * kernel (golden case {@code veth/peer-refuses}).
 */
class TransmitOutcomeTest {
    private static final String RIGHT = "10.0.2.2";
    private static final String HOST = "10.0.1.1";

    private final FragmentBench host = new FragmentBench();

    @BeforeEach
    void rightIsKnownAndNarrow() {
        host.right.setMtu(600);
        ask(RIGHT, 8);
        assertThat(host.bench.arrived(host.right)).hasSizeGreaterThan(1);
        host.bench.seen.clear();
    }

    @Test
    void anAnswerThatTheOtherEndRefusesIsDiscarded() {
        ask(RIGHT, 584);
        assertThat(counted()).doesNotContainKey("IpOutDiscards");
        ask(RIGHT, 585);
        assertThat(counted()).containsEntry("IpOutDiscards", 1L).containsEntry("IcmpOutEchoReps", 3L);
        assertThat(host.atRight()).hasSize(1);
    }

    @Test
    void whatIsForwardedIsNobodysDiscard() {
        host.send(Frames.udp(FragmentBench.NEAR, FragmentBench.LEFT, "10.0.1.2", RIGHT, 64, 1000));
        assertThat(counted()).containsEntry("IpForwDatagrams", 1L).doesNotContainKey("IpOutDiscards");
        assertThat(host.atRight()).isEmpty();
    }

    @Test
    void noFragmentFollowsOneThatWasRefused() {
        host.egressMtu(1003).send(FragmentBench.packet());
        assertThat(host.atRight()).isEmpty();
        assertThat(counted())
                .containsEntry("IpFragFails", 1L)
                .doesNotContainKeys("IpFragCreates", "IpFragOKs", "IpOutDiscards");
        host.assertNothingHeld();
    }

    @Test
    void anAnswerWhoseFirstFragmentIsRefusedIsOneDiscard() {
        host.egressMtu(1000);
        ask(RIGHT, 2000);
        assertThat(counted()).containsEntry("IpFragFails", 1L).containsEntry("IpOutDiscards", 1L);
        host.assertNothingHeld();
    }

    @Test
    void noFragmentFollowsOneThatFoundNoCarrierAndNobodyIsTold() {
        host.egressMtu(1000);
        int right = Ipv4Address.parse(RIGHT);
        host.bench
                .ns("host")
                .stack()
                .neighbours()
                .set(host.right.peer(), right, Bench.mac(0x22), NeighbourState.PERMANENT);
        host.bench.ns("right").setUp(host.right, false);
        ask(RIGHT, 2000);
        assertThat(counted()).containsEntry("IpFragFails", 1L).doesNotContainKey("IpOutDiscards");
        host.assertNothingHeld();
    }

    @Test
    void anAnswerThatARuleDropsIsDiscarded() {
        String rules = "*filter\n-A OUTPUT -p icmp -j DROP\nCOMMIT\n";
        host.bench.ns("host").stack().netfilter().restore(rules, RestoreOptions.NONE);
        ask(RIGHT, 8);
        assertThat(counted()).containsEntry("IpOutDiscards", 1L);
    }

    @Test
    void aMacvlanCountsWhatTheDeviceBelowRefuses() {
        Macvlan above =
                Macvlan.on(host.bench.network.kernel(), host.right.peer(), "mv0", Bench.mac(0x33), MacvlanMode.BRIDGE);
        host.bench.ns("host").add(above, 0);
        host.bench.ns("host").setUp(above, true);
        host.bench.inject(above, Frames.udp(Bench.mac(0x22), Bench.mac(0x33), "10.0.2.9", RIGHT, 64, 1000));
        host.bench.inject(above, Frames.udp(Bench.mac(0x22), Bench.mac(0x33), "10.0.2.9", RIGHT, 64, 100));
        assertThat(above.counters().txDropped()).isEqualTo(1);
        assertThat(above.counters().txPackets()).isEqualTo(1);
    }

    /** An echo request to the host that is answered by way of the right. */
    private void ask(String asker, int bytes) {
        host.send(Frames.echoRequest(FragmentBench.NEAR, FragmentBench.LEFT, asker, HOST, 64, bytes));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = host.bench.ns("host").stack().snmp().list();
        counted.values().removeIf(value -> value == 0);
        return counted;
    }
}
