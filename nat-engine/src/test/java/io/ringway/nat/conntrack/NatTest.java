package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on chance or on hooks that the golden files do not pass through. */
class NatTest {
    private final FramePool pool = new FramePool();
    private final List<byte[]> left = new ArrayList<>();
    private Router router;

    @BeforeEach
    void start() {
        router = new Router();
        router.translates = true;
    }

    private void rule(String text) {
        router.rules.add(RuleText.parse(("rule " + text).split(" ", -1)));
    }

    /** The frame as it left, null if it was dropped. */
    private Frame forward(String text) {
        Frame frame = new PacketText(pool, left, 1000).parse(text);
        boolean passed = router.forward(frame, text.charAt(0) == '>' ? Router.LEFT : Router.RIGHT);
        left.add(Arrays.copyOfRange(frame.toBytes(), 14, frame.length()));
        return passed ? frame : null;
    }

    private static int sourcePort(Frame frame) {
        return frame.u16(34);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 511", "511, 1, 511", "512, 600, 1023", "1023, 600, 1023", "1024, 1024, 65535"})
    void movesAClashingPortWithinItsClass(int port, int low, int high) {
        rule("snat --to-source 10.0.2.50");
        assertThat(sourcePort(forward("> udp sport=" + port))).isEqualTo(port);
        for (int host = 3; host < 100; host++) {
            Frame frame = forward("> udp src=10.0.1." + host + " sport=" + port);
            assertThat(sourcePort(frame)).isBetween(low, high).isNotEqualTo(port);
        }
        assertThat(router.connections.size()).isEqualTo(98);
    }

    @Test
    void movesAClashingQueryIdentifier() {
        rule("snat --to-source 10.0.2.50");
        assertThat(forward("> icmp id=7").u16(38)).isEqualTo(7);
        assertThat(forward("> icmp id=7 src=10.0.1.3").u16(38)).isNotEqualTo(7);
        assertThat(Ipv4Address.format(forward("< icmp type=0 to=2").i32(30))).isEqualTo("10.0.1.3");
    }

    @Test
    void choosesTheSamePortInEveryRun() {
        List<Integer> ports = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            start();
            rule("snat --to-source 10.0.2.50");
            forward("> udp sport=5000");
            ports.add(sourcePort(forward("> udp sport=5000 src=10.0.1.3")));
        }
        assertThat(ports.get(0)).isEqualTo(ports.get(1));
    }

    @Test
    void keepsTheMappingOfASourceTowardsOtherDestinations() {
        rule("snat --to-source 10.0.2.50");
        forward("> udp sport=5000");
        int moved = sourcePort(forward("> udp sport=5000 src=10.0.1.3"));
        assertThat(sourcePort(forward("> udp sport=5000 src=10.0.1.3 dst=10.0.2.3")))
                .isEqualTo(moved);
    }

    @Test
    void movesAPortThatNoRuleAskedFor() {
        rule("dnat --to-destination 10.0.2.4");
        forward("> udp dst=10.0.2.2");
        Frame second = forward("> udp dst=10.0.2.3");
        assertThat(Ipv4Address.format(second.i32(30))).isEqualTo("10.0.2.4");
        assertThat(sourcePort(second)).isNotEqualTo(1000).isBetween(600, 1023);
        assertThat(router.connections.list()).contains("src=10.0.2.4 dst=10.0.1.2 sport=80 dport=1000");
    }

    @Test
    void choosesAPortEvenWithoutAClashWhenAskedTo() {
        rule("snat --to-source 10.0.2.50 --random-fully");
        assertThat(sourcePort(forward("> udp sport=5000"))).isNotEqualTo(5000);
    }

    @Test
    void takesThePortThatWasDrawnElsewhereIfItMay() {
        rule("snat --to-source 10.0.2.50:2000-2003 --random");
        List<String> asked = new ArrayList<>();
        router.nat.setPortOracle((protocol, tuple, zone, source) -> {
            asked.add(tuple);
            return 2002;
        });
        assertThat(sourcePort(forward("> udp sport=5000"))).isEqualTo(2002);
        assertThat(sourcePort(forward("> udp sport=5001"))).as("2002 is taken").isEqualTo(2003);
        assertThat(asked.get(0)).isEqualTo("src=10.0.1.2 dst=10.0.2.2 sport=5000 dport=80 ");
        router.nat.setPortOracle((protocol, tuple, zone, source) -> 3000);
        assertThat(sourcePort(forward("> udp sport=5002")))
                .as("out of the range")
                .isBetween(2000, 2001);
    }

    @Test
    void translatesBothEndsOfAHairpin() {
        Frame syn = new PacketText(pool, left, 1000).parse("> tcp S seq=1 win=9 dst=10.0.1.1 dport=8080");
        syn.setIngressIfindex(Router.LEFT);
        syn.setRoute(Router.LEFT, 0);
        router.connections.track(Hook.PREROUTING, syn);
        router.nat.setup(
                Hook.PREROUTING,
                syn,
                RuleText.parse("rule dnat --to-destination 10.0.1.5:80".split(" ", -1))
                        .range());
        router.nat.translate(Hook.PREROUTING, syn);
        router.nat.masquerade(syn, NatRange.ofAddress(0));
        router.nat.translate(Hook.POSTROUTING, syn);
        assertThat(router.connections.confirm(syn)).isTrue();
        assertThat(Ipv4Address.format(syn.i32(26))).isEqualTo("10.0.1.1");
        assertThat(Ipv4Address.format(syn.i32(30))).isEqualTo("10.0.1.5");
        assertThat(router.connections.list())
                .contains("src=10.0.1.2 dst=10.0.1.1 sport=1000 dport=8080")
                .contains("src=10.0.1.5 dst=10.0.1.1 sport=80 dport=1000");
        assertThat(Ipv4Header.check(syn, 14)).isNull();
    }

    @Test
    void asksTheRulesOncePerConnectionAndHook() {
        Frame first = new PacketText(pool, left, 1000).parse("> udp len=1");
        router.connections.track(Hook.PREROUTING, first);
        assertThat(router.nat.needsSetup(Hook.PREROUTING, first)).isTrue();
        router.nat.setupNull(Hook.PREROUTING, first);
        assertThat(router.nat.needsSetup(Hook.PREROUTING, first)).isFalse();
        assertThat(router.nat.needsSetup(Hook.POSTROUTING, first)).isTrue();
        router.nat.setupNull(Hook.POSTROUTING, first);
        router.connections.confirm(first);
        Frame second = new PacketText(pool, left, 1000).parse("> udp len=1");
        router.connections.track(Hook.PREROUTING, second);
        assertThat(second.connectionInfo()).isEqualTo(ConnectionInfo.NEW);
        assertThat(router.nat.needsSetup(Hook.PREROUTING, second)).isFalse();
        assertThat(second.history().translated()).isFalse();
    }

    @Test
    void forgetsAMasqueradedConnectionThatLeavesByAnotherInterface() {
        rule("masquerade");
        Frame frame = forward("> udp len=1");
        frame.setRoute(9, 0);
        assertThat(router.nat.translate(Hook.POSTROUTING, frame)).isFalse();
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void forgetsMasqueradedConnectionsOfAnInterfaceThatGoesDown() {
        rule("masquerade");
        forward("> udp len=1");
        router.connections.masqueraded().forget(Router.LEFT);
        assertThat(router.connections.size()).isEqualTo(1);
        router.connections.masqueraded().forget(Router.RIGHT);
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void forgetsWhatWasMasqueradedBehindAnAddressThatTheInterfaceLost() {
        rule("masquerade");
        forward("> udp len=1");
        int used = router.masqueradeAddress(Router.RIGHT, 0);
        router.connections.masqueraded().forget(Router.LEFT, used);
        router.connections.masqueraded().forget(Router.RIGHT, used + 1);
        assertThat(router.connections.size()).isEqualTo(1);
        router.connections.masqueraded().forget(Router.RIGHT, used);
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void redirectsToTheInterfaceOrToLoopback() {
        for (Hook hook : List.of(Hook.PREROUTING, Hook.OUTPUT)) {
            Frame frame = new PacketText(pool, left, 1000).parse("> tcp S win=1 sport=" + (hook.ordinal() + 1));
            router.connections.track(hook, frame);
            NatRange port = new NatRange(false, 0, 0, true, 3128, 3128, false, false);
            assertThat(router.nat.redirect(hook, frame, port)).isTrue();
            router.nat.translate(hook, frame);
            assertThat(Ipv4Address.format(frame.i32(30))).isEqualTo(hook == Hook.OUTPUT ? "127.0.0.1" : "10.0.1.1");
            assertThat(frame.u16(36)).isEqualTo(3128);
            assertThat(frame.history().translated()).isTrue();
        }
    }

    @Test
    void writesAUdpChecksumOfZeroAsAllOnes() {
        rule("snat --to-source 10.0.2.50");
        int checksum = forward("> udp data=0000").u16(40);
        // Data that equals the checksum brings it to zero.
        assertThat(forward("> udp data=" + String.format("%04x", checksum)).u16(40))
                .isEqualTo(0xffff);
    }
}
