package io.ringway.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;
import io.ringway.packet.TcpHeader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mangle table among the others, and what is routed again because of it. */
final class MangleTest {
    private final List<Integer> routedAgain = new ArrayList<>();
    private boolean isThereAWay = true;

    private final TestHost host = new TestHost() {
        @Override
        public boolean routeAgain(Frame frame) {
            routedAgain.add(frame.mark());
            frame.setRoute(ETH0, 0);
            return isThereAWay;
        }
    };
    private final Netfilter netfilter = new Netfilter(host, new Randomness(1));

    private Frame syn() {
        Frame frame = new TestFrames().tcp("192.0.2.1", 40000, "198.51.100.7", 80, TcpHeader.SYN);
        frame.setRoute(TestHost.ETH1, 0);
        return frame;
    }

    private void restore(String... lines) {
        netfilter.restore(String.join("\n", lines) + "\n", RestoreOptions.NONE);
    }

    @Test
    void routesAgainWhatItMarkedAnewOnItsWayOut() {
        restore("*mangle", "-A OUTPUT -j MARK --set-mark 9", "COMMIT");
        assertThat(netfilter.run(Hook.OUTPUT, syn())).isTrue();
        assertThat(routedAgain).containsExactly(9);
    }

    @Test
    void leavesTheRouteOfWhatItLeavesAlone() {
        restore(
                "*mangle",
                "-A OUTPUT -j MARK --set-mark 0",
                "COMMIT",
                "*filter",
                "-A OUTPUT -j MARK --set-mark 4",
                "COMMIT");
        assertThat(netfilter.run(Hook.OUTPUT, syn())).isTrue();
        assertThat(routedAgain).isEmpty();
    }

    @Test
    void showsLaterRulesTheInterfaceOfTheFirstRoute() {
        restore(
                "*mangle",
                "-A OUTPUT -j MARK --set-mark 9",
                "COMMIT",
                "*filter",
                "-A OUTPUT -o eth0 -j DROP",
                "COMMIT");
        Frame frame = syn();
        assertThat(netfilter.run(Hook.OUTPUT, frame)).isTrue();
        assertThat(frame.egressIfindex()).isEqualTo(TestHost.ETH0);
    }

    @Test
    void dropsWhatFindsNoWayBeforeTheFilterTableSeesIt() {
        isThereAWay = false;
        restore("*mangle", "-A OUTPUT -j MARK --set-mark 9", "COMMIT", "*filter", "-A OUTPUT", "COMMIT");
        assertThat(netfilter.run(Hook.OUTPUT, syn())).isFalse();
        assertThat(netfilter.save(true)).contains("[0:0] -A OUTPUT\n");
    }

    @Test
    void standsAtEveryHookBeforeNatAndFilter() {
        for (Hook hook : Hook.values()) {
            restore("*mangle", ":" + hook + " DROP [0:0]", "COMMIT", "*nat", ":PREROUTING ACCEPT [0:0]", "COMMIT");
            assertThat(netfilter.run(hook, syn())).as(hook.name()).isFalse();
            assertThat(netfilter.save(true)).contains(":" + hook + " DROP [1:40]");
        }
    }

    @Test
    void asksTheSecurityTableAfterTheFilterTable() {
        restore("*security", ":FORWARD DROP [0:0]", "COMMIT", "*filter", "-A FORWARD -p udp -j DROP", "COMMIT");
        assertThat(netfilter.run(Hook.FORWARD, syn())).isFalse();
        assertThat(netfilter.save(true)).contains(":FORWARD DROP [1:40]", "[0:0] -A FORWARD -p udp -j DROP");
    }
}
