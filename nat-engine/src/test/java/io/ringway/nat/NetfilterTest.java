package io.ringway.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.IptablesCommand;
import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;
import io.ringway.packet.TcpHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetfilterTest {
    private final Netfilter netfilter = new Netfilter(new TestHost(), new Randomness(1));
    private final TestFrames frames = new TestFrames();

    private void iptables(String command) {
        IptablesCommand.parse(List.of(command.split(" ", -1))).run(netfilter);
    }

    /** Forwards between eth0 and eth1; false when some hook dropped the packet. */
    private boolean forward(Frame frame, int from, int to) {
        frame.setIngressIfindex(from);
        if (!netfilter.run(Hook.PREROUTING, frame)) {
            return false;
        }
        frame.setRoute(to, destination(frame));
        return netfilter.run(Hook.FORWARD, frame) && netfilter.run(Hook.POSTROUTING, frame) && netfilter.confirm(frame);
    }

    private static int source(Frame frame) {
        return Ipv4Header.source(frame, frame.networkOffset());
    }

    private static int destination(Frame frame) {
        return Ipv4Header.destination(frame, frame.networkOffset());
    }

    @Test
    void tracksOnlyWhileARuleNeedsIt() {
        assertThat(netfilter.tracking()).isFalse();
        iptables("-t nat -P PREROUTING ACCEPT");
        assertThat(netfilter.tracking()).isFalse();
        iptables("-N unused");
        iptables("-A unused -m conntrack --ctstate NEW");
        assertThat(netfilter.tracking()).isTrue();
        iptables("-F unused");
        assertThat(netfilter.tracking()).isFalse();
        iptables("-t nat -A POSTROUTING -j MASQUERADE");
        assertThat(netfilter.tracking()).isTrue();
    }

    @Test
    void keepsNoConnectionWithoutSuchARule() {
        iptables("-A FORWARD -p tcp -j ACCEPT");
        assertThat(forward(frames.udp("10.0.0.2", 1, "192.0.2.9", 2), TestHost.ETH0, TestHost.ETH1))
                .isTrue();
        assertThat(netfilter.connections().size()).isZero();
    }

    @Test
    void masqueradesAndBringsTheAnswerBack() {
        iptables("-t nat -A POSTROUTING -s 10.0.0.0/24 -o eth1 -j MASQUERADE");
        Frame out = frames.udp("10.0.0.2", 5000, "192.0.2.9", 53);
        assertThat(forward(out, TestHost.ETH0, TestHost.ETH1)).isTrue();
        assertThat(source(out)).isEqualTo(Ipv4Address.parse("192.0.2.1"));
        Frame back = frames.udp("192.0.2.9", 53, "192.0.2.1", 5000);
        assertThat(forward(back, TestHost.ETH1, TestHost.ETH0)).isTrue();
        assertThat(destination(back)).isEqualTo(Ipv4Address.parse("10.0.0.2"));
    }

    @Test
    void leavesTheChecksumRightWhateverItRewrites() {
        iptables("-t nat -A POSTROUTING -p tcp -o eth1 -j SNAT --to-source 203.0.113.200:61000");
        iptables("-t nat -A POSTROUTING -p udp -o eth1 -j SNAT --to-source 203.0.113.200:61000");
        List<Frame> sent = List.of(
                frames.tcp("10.0.0.2", 5000, "192.0.2.9", 80, TcpHeader.SYN),
                frames.udp("10.0.0.2", 5000, "192.0.2.9", 53));
        for (Frame frame : sent) {
            assertThat(forward(frame, TestHost.ETH0, TestHost.ETH1)).isTrue();
            assertThat(frame.u16(frame.transportOffset())).isEqualTo(61000);
            assertThat(Ipv4Header.check(frame, frame.networkOffset())).isNull();
            assertThat(transportSum(frame)).isZero();
        }
        Frame back = frames.tcp("192.0.2.9", 80, "203.0.113.200", 61000, TcpHeader.SYN | TcpHeader.ACK);
        assertThat(forward(back, TestHost.ETH1, TestHost.ETH0)).isTrue();
        assertThat(destination(back)).isEqualTo(Ipv4Address.parse("10.0.0.2"));
        assertThat(transportSum(back)).isZero();
    }

    private static int transportSum(Frame frame) {
        int at = frame.transportOffset();
        int bytes = frame.length() - at;
        int protocol = Ipv4Header.protocol(frame, frame.networkOffset());
        long pseudo = Checksum.pseudoHeader(source(frame), destination(frame), protocol, bytes);
        return Checksum.finish(pseudo + frame.sum(at, bytes));
    }

    @Test
    void asksTheNatTableForTheFirstPacketOnly() {
        iptables("-t nat -A POSTROUTING -j MASQUERADE");
        forward(frames.udp("10.0.0.2", 5000, "192.0.2.9", 53), TestHost.ETH0, TestHost.ETH1);
        forward(frames.udp("10.0.0.2", 5000, "192.0.2.9", 53), TestHost.ETH0, TestHost.ETH1);
        assertThat(netfilter.save(true)).contains("[1:32] -A POSTROUTING -j MASQUERADE");
    }

    @Test
    void letsFilterSeeTheNewDestination() {
        iptables("-P FORWARD DROP");
        iptables("-A FORWARD -d 10.0.0.2 -p tcp --dport 80 -m conntrack --ctstate NEW,DNAT -j ACCEPT");
        iptables("-t nat -A PREROUTING -d 192.0.2.1 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80");
        Frame frame = frames.tcp("192.0.2.9", 4000, "192.0.2.1", 8080, TcpHeader.SYN);
        assertThat(forward(frame, TestHost.ETH1, TestHost.ETH0)).isTrue();
        assertThat(destination(frame)).isEqualTo(Ipv4Address.parse("10.0.0.2"));
        assertThat(frame.u16(frame.transportOffset() + 2)).isEqualTo(80);
        assertThat(frame.history().translated()).isTrue();
    }

    @Test
    void dropsInRawBeforeTracking() {
        iptables("-A FORWARD -m conntrack --ctstate NEW -j ACCEPT");
        iptables("-t raw -A PREROUTING -p udp -j DROP");
        assertThat(forward(frames.udp("10.0.0.2", 1, "192.0.2.9", 2), TestHost.ETH0, TestHost.ETH1))
                .isFalse();
        assertThat(netfilter.connections().size()).isZero();
    }

    @Test
    void knowsNewFromEstablished() {
        iptables("-P FORWARD DROP");
        iptables("-A FORWARD -i eth0 -m conntrack --ctstate NEW -j ACCEPT");
        iptables("-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
        Frame first = frames.udp("192.0.2.9", 53, "10.0.0.2", 5000);
        assertThat(forward(first, TestHost.ETH1, TestHost.ETH0)).isFalse();
        assertThat(forward(frames.udp("10.0.0.2", 5000, "192.0.2.9", 53), TestHost.ETH0, TestHost.ETH1))
                .isTrue();
        assertThat(forward(frames.udp("192.0.2.9", 53, "10.0.0.2", 5000), TestHost.ETH1, TestHost.ETH0))
                .isTrue();
    }
}
