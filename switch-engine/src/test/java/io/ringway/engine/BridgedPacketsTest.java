package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Veth;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bridge forwards, at the hooks of its host. */
final class BridgedPacketsTest {
    private static final long A = Bench.mac(0xa);
    private static final long B = Bench.mac(0xb);

    private final Bench bench = new Bench();
    private Veth a;
    private Veth b;
    private Bridge bridge;

    @BeforeEach
    void twoHostsOnABridgeThatAsks() {
        Veth[] first = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        Veth[] second = bench.veth("b", "eth0", 0xb, "host", "vb", 2);
        a = first[0];
        b = second[0];
        bridge = bench.bridge("host", "br0", 9, first[1], second[1]);
        bench.ns("host").stack().bridgedPackets().setCallsIptables(true);
    }

    private void rules(String... lines) {
        bench.ns("host")
                .stack()
                .netfilter()
                .restore("*filter\n" + String.join("\n", lines) + "\nCOMMIT\n", RestoreOptions.NONE);
    }

    private String counters() {
        return bench.ns("host").stack().netfilter().save(true);
    }

    private static byte[] packet() {
        return Frames.udp(B, A, "10.0.0.1", "10.0.0.2", 64, 8);
    }

    @Test
    void meetForwardBetweenTheirPorts() {
        rules("-A FORWARD -i br0 -o br0 -m physdev --physdev-in va --physdev-out vb");
        bench.inject(a, packet());
        assertThat(bench.arrivals()).contains("b:eth0");
        assertThat(counters()).contains("[1:36] -A FORWARD -i br0");
    }

    @Test
    void areDroppedByTheHostsRules() {
        rules("-A FORWARD -m physdev --physdev-is-bridged -j DROP");
        bench.inject(a, packet());
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void passUnseenWhereNobodyAsks() {
        rules("-A FORWARD -j DROP");
        bench.ns("host").stack().bridgedPackets().setCallsIptables(false);
        bench.inject(a, packet());
        assertThat(bench.arrivals()).contains("b:eth0");
        bridge.settings().callsIptables = true;
        bench.inject(a, packet());
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void loseTheirPadding() {
        bench.inject(a, Arrays.copyOf(packet(), 60));
        assertThat(bench.arrived(b))
                .singleElement()
                .satisfies(frame -> assertThat(frame).hasSize(packet().length));
    }

    @Test
    void keepTheirTtlAndAddresses() {
        bench.inject(a, packet());
        assertThat(bench.arrived(b)).containsExactly(packet());
    }

    @Test
    void areAnsweredWithAResetFromThePortTheyCameBy() {
        bench.address(bridge, "10.0.0.254/24");
        rules("-A FORWARD -p tcp -j REJECT --reject-with tcp-reset");
        bench.inject(a, Frames.tcp(B, A, "10.0.0.1", "10.0.0.2", TcpHeader.SYN));
        assertThat(bench.arrived(b)).isEmpty();
        assertThat(bench.arrived(a))
                .singleElement()
                .satisfies(frame -> assertThat(Arrays.copyOf(frame, 12))
                        .isEqualTo(new byte[] {2, 0, 0, 0, 0, 0xa, 2, 0, 0, 0, 0, 0xb}));
    }

    @Test
    void areConfirmedWhereTheAddressOfAnotherPortTakesThemUp() {
        rules("-A INPUT -m conntrack --ctstate NEW");
        bench.inject(a, Frames.udp(Bench.mac(2), A, "10.0.0.1", "10.0.0.2", 64, 8));
        assertThat(bench.ns("host").stack().netfilter().connections().size()).isEqualTo(1);
    }

    @Test
    void waitForTheirFragmentsAsPacketsForThisHost() {
        bench.address(bridge, "10.0.0.254/24");
        rules("-A INPUT -m conntrack --ctstate NEW");
        byte[] first =
                Fragments.piece(Frames.udp(B, A, "10.0.0.1", "10.0.0.254", 64, 40), 0, 24, Ipv4Header.MORE_FRAGMENTS);
        bench.inject(a, first);
        bench.advance(29);
        assertThat(bench.arrived(a)).isEmpty();
        bench.advance(2);
        bench.inject(a, Frames.arpReply(A, "10.0.0.1", bridge.mac(), "10.0.0.254"));
        assertThat(Fragments.describe(bench.arrived(a)))
                .singleElement()
                .asString()
                .endsWith("icmp 11/1");
    }
}
