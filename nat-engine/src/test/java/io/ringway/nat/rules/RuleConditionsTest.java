package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.nat.TestHost;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule asks of a packet: addresses, interfaces, ports, header fields, marks, chance. */
final class RuleConditionsTest extends RuleWalkBench {
    private boolean matches(String match, Frame frame) {
        iptables("-F FORWARD");
        iptables("-P FORWARD DROP");
        iptables("-A FORWARD " + match + " -j ACCEPT");
        return forwards(frame);
    }

    @Test
    void comparesAddressesUnderTheirMask() {
        Frame frame = syn("10.0.0.2", "192.0.2.9", 80);
        assertThat(matches("-s 10.0.0.0/8 -d 192.0.2.9", frame)).isTrue();
        assertThat(matches("-s 10.0.0.0/31", frame)).isFalse();
        assertThat(matches("! -s 10.0.0.0/8", frame)).isFalse();
        assertThat(matches("! -d 10.0.0.0/8", frame)).isTrue();
        assertThat(matches("-s 10.9.0.2/255.0.255.255", frame)).isTrue();
    }

    @Test
    void comparesInterfacesByNameOrBeginning() {
        Frame frame = syn("10.0.0.2", "192.0.2.9", 80);
        assertThat(matches("-i eth0 -o eth1", frame)).isTrue();
        assertThat(matches("-i eth+ ! -o eth0", frame)).isTrue();
        assertThat(matches("-i et", frame)).isFalse();
        assertThat(matches("-i +", frame)).isTrue();
        assertThat(matches("! -i eth+", frame)).isFalse();
    }

    @Test
    void knowsNoInterfaceOfAPacketMadeHere() {
        iptables("-P OUTPUT DROP");
        iptables("-N a");
        iptables("-A OUTPUT -j a");
        iptables("-A a ! -i eth0 -o eth1 -j ACCEPT");
        Frame frame = syn("10.0.0.1", "192.0.2.9", 80);
        frame.setRoute(TestHost.ETH1, 0);
        assertThat(asks(Hook.OUTPUT, frame)).isTrue();
    }

    @Test
    void comparesPortsAndFlags() {
        Frame frame = syn("10.0.0.2", "192.0.2.9", 80);
        assertThat(matches("-p tcp --dport 80 --sport 40000:", frame)).isTrue();
        assertThat(matches("-p tcp ! --dport 80", frame)).isFalse();
        assertThat(matches("-p udp --dport 80", frame)).isFalse();
        assertThat(matches("-p tcp --syn", frame)).isTrue();
        assertThat(matches("-p tcp --tcp-flags SYN,ACK SYN,ACK", frame)).isFalse();
        assertThat(matches("-p tcp ! --tcp-flags SYN,ACK SYN,ACK", frame)).isTrue();
        assertThat(matches("-p tcp -m multiport --dports 22,70:90", frame)).isTrue();
        assertThat(matches("-p tcp -m multiport ! --ports 22,70:90", frame)).isFalse();
        assertThat(matches("-p tcp -m multiport --ports 40000", frame)).isTrue();
    }

    @Test
    void comparesIcmpTypes() {
        Frame frame = frames.icmp("10.0.0.2", "192.0.2.9", 3, 1);
        assertThat(matches("-p icmp --icmp-type 3", frame)).isTrue();
        assertThat(matches("-p icmp --icmp-type host-unreachable", frame)).isTrue();
        assertThat(matches("-p icmp --icmp-type 3/4", frame)).isFalse();
        assertThat(matches("-p icmp ! --icmp-type 8", frame)).isTrue();
        assertThat(matches("-p icmp --icmp-type any", frame)).isTrue();
    }

    @Test
    void asksRoutingForTheTypeOfAnAddress() {
        Frame frame = syn("10.0.0.1", "192.0.2.1", 80);
        assertThat(matches("-m addrtype --src-type LOCAL --dst-type LOCAL", frame))
                .isTrue();
        assertThat(matches("-m addrtype --src-type LOCAL --limit-iface-in", frame))
                .isTrue();
        assertThat(matches("-m addrtype --src-type LOCAL --limit-iface-out", frame))
                .isFalse();
        assertThat(matches("-m addrtype ! --dst-type UNICAST,MULTICAST", frame)).isTrue();
    }

    @Test
    void tellsALaterFragmentAndItsProtocol() {
        Frame frame = frames.ip(Ipv4Header.PROTOCOL_TCP, "10.0.0.2", "192.0.2.9", 24, 5);
        assertThat(matches("-p tcp", frame)).isTrue();
        assertThat(matches("-p tcp -m multiport ! --dports 80", frame)).isFalse();
        assertThat(matches("-f", frame)).isTrue();
        assertThat(matches("! -f", frame)).isFalse();
    }

    @Test
    void dropsAPacketTooShortForItsIcmpHeader() {
        Frame frame = frames.ip(Ipv4Header.PROTOCOL_ICMP, "10.0.0.2", "192.0.2.9", 4, 0);
        iptables("-A FORWARD -p icmp --icmp-type 8");
        assertThat(forwards(frame)).isFalse();
        assertThat(tables.save("filter", true)).contains("[0:0] -A FORWARD -p icmp");
    }

    @Test
    void holdsAPacketWithoutConnectionInvalid() {
        Frame frame = syn("10.0.0.2", "192.0.2.9", 80);
        assertThat(matches("-m conntrack --ctstate INVALID", frame)).isTrue();
        assertThat(matches("-m conntrack ! --ctstate NEW,ESTABLISHED,RELATED", frame))
                .isTrue();
    }

    @Test
    void marksAndMatchesTheBitsOfTheMask() {
        Frame frame = syn("10.0.0.2", "192.0.2.9", 80);
        iptables("-A FORWARD -j MARK --set-xmark 0x5ff/0x0f0");
        forwards(frame);
        assertThat(frame.mark()).isEqualTo(0x5ff);
        forwards(frame);
        assertThat(frame.mark()).isEqualTo((0x5ff & ~0xf0) ^ 0x5ff);
        frame.setMark(0x1234);
        assertThat(matches("-m mark --mark 0x34/0xff", frame)).isTrue();
        assertThat(matches("-m mark ! --mark 0x34/0xff", frame)).isFalse();
        assertThat(matches("-m mark --mark 0x34", frame)).isFalse();
        // A bit outside of the mask that must be set never is: xt_mark.c compares after masking the packet's mark only.
        assertThat(matches("-m mark --mark 0x134/0xff", frame)).isFalse();
    }

    @Test
    void comparesTheHeaderFields() {
        Frame frame = frames.udp("10.0.0.2", 1, "192.0.2.9", 2);
        int at = frame.networkOffset();
        Ipv4Header.rewriteTos(frame, at, 0xb9);
        Ipv4Header.rewriteTtl(frame, at, 7);
        assertThat(frame.sum(at, 20)).isEqualTo(0xffff);
        int length = Ipv4Header.totalLength(frame, at);
        for (String match : List.of(
                "-m length --length " + length,
                "-m length --length 0:" + length,
                "-m length ! --length 0:" + (length - 1),
                "-m ttl --ttl-eq 7",
                "-m ttl --ttl-lt 8",
                "-m ttl --ttl-gt 6",
                "-m ttl ! --ttl-eq 8",
                "-m tos --tos 0xb8/0xfc",
                "-m tos ! --tos 0xb8",
                "-m dscp --dscp-class EF",
                "-m dscp ! --dscp 0",
                "-m ecn --ecn-ip-ect 1",
                "-m iprange --src-range 10.0.0.2-10.0.0.2",
                "-m iprange ! --dst-range 192.0.2.10-255.255.255.255",
                "-m pkttype --pkt-type host")) {
            assertThat(matches(match, frame)).as(match).isTrue();
        }
        for (String match : List.of(
                "-m length --length " + (length + 1) + ":",
                "-m length --length 60:40",
                "-m ttl --ttl-lt 7",
                "-m ttl --ttl-gt 7",
                "-m tos --tos 0xb9/0xfc",
                "-m ecn ! --ecn-ip-ect 1",
                "-m iprange --src-range 10.0.0.3-10.0.0.1",
                "-m iprange --src-range 10.0.0.2 --dst-range 10.0.0.2",
                "-m pkttype ! --pkt-type unicast")) {
            assertThat(matches(match, frame)).as(match).isFalse();
        }
    }

    @Test
    void takesEveryNthPacketEachRuleByItself() {
        iptables("-A FORWARD -m statistic --mode nth --every 3 --packet 1 -j DROP");
        iptables("-A FORWARD -s 10.0.0.1,10.0.0.2 -m statistic --mode nth --every 2 --packet 0");
        List<Boolean> passed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            passed.add(forwards(syn("10.0.0.2", "192.0.2.9", 80)));
            iptables("-I FORWARD -p udp");
        }
        assertThat(passed).containsExactly(true, false, true, true, false, true, true);
        assertThat(tables.save("filter", true))
                .contains("[3:120] -A FORWARD -s 10.0.0.2/32", "[0:0] -A FORWARD -s 10.0.0.1/32");
    }

    @Test
    void takesAShareOfThePacketsByChance() {
        iptables("-A FORWARD -m statistic --mode random --probability 0.25 -j DROP");
        iptables("-A FORWARD -m statistic --mode random --probability 0.5 -j DROP");
        int passed = 0;
        for (int i = 0; i < 8000; i++) {
            passed += forwards(syn("10.0.0.2", "192.0.2.9", 80)) ? 1 : 0;
        }
        assertThat(passed).isBetween(2800, 3200);
        assertThat(matches("-m statistic --mode random --probability 1", syn("10.0.0.2", "192.0.2.9", 80)))
                .isTrue();
        assertThat(matches("-m statistic --mode random ! --probability 1", syn("10.0.0.2", "192.0.2.9", 80)))
                .isFalse();
    }
}
