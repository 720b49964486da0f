package io.ringway.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.IptablesCommand;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Randomness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Matches that keep something from packet to packet, on a clock that the test sets. */
final class StatefulMatchTest {
    private static final long SECOND = 1_000_000_000L;

    private final TestFrames frames = new TestFrames();
    private long nowNs = SECOND;
    private final Netfilter netfilter = new Netfilter(
            new TestHost() {
                @Override
                public long nowNs() {
                    return nowNs;
                }
            },
            new Randomness(1));

    private void iptables(String command) {
        IptablesCommand.parse(List.of(command.split(" ", -1))).run(netfilter);
    }

    /** Forwards a datagram; false when some rule dropped it. */
    private boolean forward(String source, int port) {
        Frame frame = frames.udp(source, port, "192.0.2.9", 53);
        frame.setIngressIfindex(TestHost.ETH0);
        if (!netfilter.run(Hook.PREROUTING, frame)) {
            return false;
        }
        frame.setRoute(TestHost.ETH1, Ipv4Address.parse("192.0.2.9"));
        return netfilter.run(Hook.FORWARD, frame) && netfilter.run(Hook.POSTROUTING, frame) && netfilter.confirm(frame);
    }

    @Test
    void connlimitCountsAConnectionOnceAndForgetsItWithItsTimeout() {
        iptables("-A FORWARD -m connlimit --connlimit-above 2 -j DROP");
        assertThat(forward("10.0.0.2", 1)).isTrue();
        nowNs += SECOND;
        assertThat(forward("10.0.0.2", 1)).isTrue();
        assertThat(forward("10.0.0.2", 2)).isTrue();
        assertThat(forward("10.0.0.2", 3)).isFalse();
        assertThat(forward("10.0.0.3", 3)).isTrue();
        nowNs += 31 * SECOND;
        assertThat(forward("10.0.0.2", 3)).isTrue();
    }

    @Test
    void connlimitOfARuleThatIsPutAnewCountsFromZero() {
        iptables("-A FORWARD -m connlimit --connlimit-above 1 -j DROP");
        assertThat(forward("10.0.0.2", 1)).isTrue();
        nowNs += SECOND;
        assertThat(forward("10.0.0.2", 2)).isFalse();
        iptables("-R FORWARD 1 -m connlimit --connlimit-above 1 -j DROP");
        assertThat(forward("10.0.0.2", 2)).isTrue();
    }

    @Test
    void connbytesTurnsAccountingOn() {
        assertThat(netfilter.connections().sysctl("nf_conntrack_acct")).isZero();
        iptables("-A FORWARD -m connbytes --connbytes 3: --connbytes-dir both --connbytes-mode packets -j DROP");
        assertThat(netfilter.connections().sysctl("nf_conntrack_acct")).isEqualTo(1);
        assertThat(forward("10.0.0.2", 1)).isTrue();
        assertThat(forward("10.0.0.2", 1)).isTrue();
        assertThat(forward("10.0.0.2", 1)).isFalse();
    }

    @Test
    void recentListOutlivesARuleThatIsReplaced() {
        iptables("-A FORWARD -m recent --set --name seen -j ACCEPT");
        assertThat(forward("10.0.0.2", 1)).isTrue();
        iptables("-R FORWARD 1 -m recent ! --rcheck --name seen -j DROP");
        assertThat(forward("10.0.0.2", 1)).isTrue();
        assertThat(forward("10.0.0.3", 1)).isFalse();
        iptables("-F FORWARD");
        iptables("-A FORWARD -m recent ! --rcheck --name seen -j DROP");
        assertThat(forward("10.0.0.2", 1)).isFalse();
    }
}
