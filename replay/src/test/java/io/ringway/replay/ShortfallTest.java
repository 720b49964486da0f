package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.Shortfall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When little came through, the report says where the frames ended, and what would change it. */
class ShortfallTest {
    private static final String A = "10.0.0.10:40000";
    private static final String WEB = "192.168.9.2:80";

    @TempDir
    Path folder;

    @Test
    void saysNothingWhereHalfOfTheFramesArrive() throws IOException {
        Path a = capture(
                Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:23"),
                Packets.echoRequest(SmallHost.BR0, SmallHost.A, "10.0.0.10", "10.0.0.1"));
        assertThat(run("", "a:eth0", a).shortfall()).isNull();
    }

    @Test
    void namesTheRuleThatDropped() throws IOException {
        Shortfall shortfall = ofOne("", Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:23"));
        assertThat(shortfall.lines())
                .containsExactly(
                        "nothing was delivered, of 1 frames:",
                        "  1 x SKB_DROP_REASON_NETFILTER_DROP by filter/FORWARD rule 1: -s 10.0.0.0/24 -p tcp -m tcp"
                                + " --dport 23 -j DROP in host (the first: tcp 10.0.0.10:40000 > 192.168.9.2:23)",
                        "      iptables -D FORWARD 1, or a rule before it that accepts them",
                        "  --trace FILE shows every step of every frame");
    }

    @Test
    void namesThePolicyThatDropped() throws IOException {
        Shortfall shortfall =
                ofOne("iptables -P FORWARD DROP", Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:22"));
        assertThat(what(shortfall)).contains("by filter/FORWARD policy in host");
        assertThat(help(shortfall)).isEqualTo("iptables -P FORWARD ACCEPT, or a rule that accepts them");
    }

    @Test
    void namesARuleOfTheRawTableInItsNamespace() throws IOException {
        Shortfall shortfall = ofOne(
                "ip netns exec a iptables -t raw -A OUTPUT -d 192.168.9.2 -j DROP",
                "a:@ip",
                Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:22"));
        assertThat(what(shortfall)).contains("by raw/OUTPUT rule 1: -d 192.168.9.2/32 -j DROP in a");
        assertThat(help(shortfall)).startsWith("ip netns exec a iptables -t raw -D OUTPUT 1,");
    }

    @Test
    void offersTheConnectionsOfFlowsThatBeganBefore() throws IOException {
        byte[] segment = Packets.tcp(SmallHost.BR0, SmallHost.A, A, WEB, TcpHeader.ACK, 100, 200);
        String strict = "sysctl -w net.netfilter.nf_conntrack_tcp_loose=0\n";
        assertThat(help(ofOne(strict + "iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP", segment)))
                .startsWith("connections that began before the capture? --conntrack FILE adds them, or "
                        + "sysctl net.netfilter.nf_conntrack_tcp_loose=1; or iptables -D FORWARD 2");
        assertThat(help(ofOne("iptables -A FORWARD -p tcp ! --syn -m conntrack --ctstate NEW -j DROP", segment)))
                .endsWith("or --conntrack FILE: their connections began before the capture");
        assertThat(help(ofOne(
                        "iptables -P FORWARD DROP", Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:22"))))
                .doesNotContain("--conntrack");
    }

    @Test
    void offersTheModelsAddressesWhereTheMacIsNobodys() throws IOException {
        Shortfall shortfall =
                ofOne("", "out:eth0", Packets.syn(0x02_99_99_99_99_99L, SmallHost.OUT, WEB, "192.168.9.1:8080"));
        assertThat(what(shortfall)).contains("SKB_DROP_REASON_OTHERHOST");
        assertThat(help(shortfall)).startsWith("--rewrite-mac").endsWith("02:99:99:99:99:99");
    }

    @Test
    void namesTheRouteThatIsMissing() throws IOException {
        Shortfall shortfall = ofOne("", Packets.syn(SmallHost.BR0, SmallHost.A, A, "198.51.100.7:80"));
        assertThat(what(shortfall)).contains("SKB_DROP_REASON_IP_INNOROUTES at route in host");
        assertThat(help(shortfall))
                .isEqualTo("ip route add 198.51.100.7 via …: no route of host leads to 198.51.100.7");
    }

    @Test
    void namesTheSysctlThatLetsItForward() throws IOException {
        Shortfall shortfall = ofOne("sysctl -w net.ipv4.ip_forward=0", Packets.syn(SmallHost.BR0, SmallHost.A, A, WEB));
        assertThat(help(shortfall))
                .startsWith("sysctl net.ipv4.ip_forward=1, if it is to forward; 192.168.9.2 is none");
    }

    @Test
    void namesTheInterfaceThatAsksForAWayBack() throws IOException {
        Shortfall shortfall = ofOne(
                "sysctl -w net.ipv4.conf.all.rp_filter=1",
                Packets.syn(SmallHost.BR0, SmallHost.A, "192.168.9.77:40000", WEB));
        assertThat(what(shortfall)).contains("SKB_DROP_REASON_IP_RPFILTER");
        assertThat(help(shortfall))
                .isEqualTo("sysctl net.ipv4.conf.br0.rp_filter=0 net.ipv4.conf.all.rp_filter=0, or a route to"
                        + " 192.168.9.77 by br0");
    }

    @Test
    void namesTheNeighbourThatDoesNotAnswer() throws IOException {
        Shortfall shortfall = ofOne("", Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.50:80"));
        assertThat(help(shortfall))
                .startsWith("nobody answers ARP for 192.168.9.50")
                .contains("network of eth0?");
    }

    @Test
    void saysThatACaptureHoldsWhatWasReceived() throws IOException {
        byte[] received = Packets.syn(SmallHost.A, SmallHost.BR0, WEB, A);
        Shortfall shortfall = ofOne("", received);
        assertThat(shortfall.reasons()).anySatisfy(reason -> {
            assertThat(reason.frames()).isEqualTo(1);
            assertThat(reason.what()).contains("received, not sent");
            assertThat(reason.help()).contains("\",in\"", "\",both\"");
        });
    }

    @Test
    void saysThatEverythingWasTheOtherSides() throws IOException {
        Path a = capture(Packets.syn(SmallHost.A, SmallHost.BR0, WEB, A));
        try (Replay replay = SmallHost.load().replay()) {
            ReplayReport report = replay.inOf("a:eth0", a).run();
            assertThat(report.arrived()).isFalse();
            assertThat(report.shortfall().lines()).first().isEqualTo("nothing was replayed:");
            assertThat(what(report.shortfall())).contains("left out as the other side's");
        }
    }

    @Test
    void saysThatWrongChecksumsStayWrong() throws IOException {
        byte[] frame = Packets.syn(SmallHost.ETH0, SmallHost.OUT, WEB, "192.168.9.1:22");
        frame[50] ^= 0x55;
        assertThat(what(ofOne("", "out:eth0", frame))).contains("SKB_DROP_REASON_TCP_CSUM");
        assertThat(help(ofOne("", "out:eth0", frame))).contains("--fixcsum", "--no-fixcsum");
    }

    @Test
    void countsTheCopiesOfAFrameOnce() throws IOException {
        byte[] unknown = Packets.syn(0x02_99_99_99_99_99L, SmallHost.A, A, WEB);
        String twoPorts = """
                ip netns add c
                ip link add vc type veth peer name eth0 netns c
                ip link add vd type veth peer name eth1 netns c
                ip link set vc master br0 up
                ip link set vd master br0 up
                ip -n c link set eth0 up
                ip -n c link set eth1 up
                """;
        Shortfall shortfall = ofOne(twoPorts, unknown);
        assertThat(shortfall.reasons()).anyMatch(reason -> reason.what().contains(" in c: "));
        assertThat(shortfall.reasons()).allMatch(reason -> reason.frames() == 1);
    }

    @Test
    void countsAPlaceOnceHoweverManyFramesEndThere() throws IOException {
        byte[] telnet = Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:23");
        Shortfall shortfall = run("", "a:eth0", capture(telnet, telnet, telnet)).shortfall();
        assertThat(shortfall.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.frames()).isEqualTo(3));
    }

    @Test
    void saysThatTheFilterWantedNone() throws IOException {
        Path a = capture(Packets.syn(SmallHost.BR0, SmallHost.A, A, WEB));
        try (Replay replay = SmallHost.load().replay()) {
            replay.sending().filter("udp");
            Shortfall shortfall = replay.in("a:eth0", a).run().shortfall();
            assertThat(shortfall.lines())
                    .containsExactly(
                            "nothing was replayed:",
                            "  1 x " + a + ": frames that the filter does not want",
                            "      another filter behind --");
        }
    }

    @Test
    void saysWhereFramesArrivedAndNobodyListened() throws IOException {
        assertThat(ofOne("", "out:eth0", Packets.syn(SmallHost.ETH0, SmallHost.OUT, WEB, "192.168.9.1:22"))
                        .lines())
                .first()
                .isEqualTo("nothing was delivered, of 1 frames; 1 arrived where nothing listens:");
    }

    @Test
    void blamesNoCaptureOfBothDirectionsForTheOtherOne() throws IOException {
        Path a = capture(
                Packets.syn(SmallHost.A, SmallHost.BR0, WEB, A),
                Packets.syn(SmallHost.BR0, SmallHost.A, A, "192.168.9.2:23"));
        try (Replay replay = SmallHost.load().replay()) {
            Shortfall shortfall = replay.inOf("a:eth0", a).run().shortfall();
            assertThat(shortfall.reasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.what()).contains("NETFILTER_DROP"));
        }
    }

    @Test
    void tellsAFloodedFrameOnce() throws IOException {
        String more = """
                ip netns add c
                ip link add vc type veth peer name eth0 netns c
                ip link set vc master br0 up
                ip -n c link set eth0 up
                """;
        Shortfall shortfall = ofOne(more, Packets.syn(0x02_99_99_99_99_99L, SmallHost.A, A, WEB));
        assertThat(shortfall.reasons()).hasSize(1);
    }

    @Test
    void saysWhoseTheMacIsAndWhatKeepsItAway() throws IOException {
        String believes = "ip neigh replace 10.0.0.11 lladdr 02:00:00:00:00:77 dev br0 nud permanent";
        byte[] toB = Packets.syn(SmallHost.ETH0, SmallHost.OUT, WEB, "192.168.9.1:8080");
        assertThat(help(ofOne(believes, "out:eth0", toB)))
                .isEqualTo(
                        "nobody has 02:00:00:00:00:77, which host believes to be 10.0.0.11: ip neigh del 10.0.0.11 dev br0;"
                                + " b:eth0 has it, with 02:00:00:00:00:0b");
        String known = "ip neigh replace 10.0.0.11 lladdr 02:00:00:00:00:0b dev br0 nud permanent\n";
        assertThat(help(ofOne(known + "ip link set vb nomaster", "out:eth0", toB)))
                .isEqualTo(
                        "02:00:00:00:00:0b is b:eth0: its other end host:vb is in no bridge: ip link set vb master br0");
        assertThat(help(ofOne(known + "ip link set vb down", "out:eth0", toB)))
                .isEqualTo("02:00:00:00:00:0b is b:eth0: its other end is down: ip link set vb up");
        assertThat(help(ofOne(known + "ip -n b link set eth0 down", "out:eth0", toB)))
                .isEqualTo("02:00:00:00:00:0b is b:eth0: it is down: ip -n b link set eth0 up");
    }

    @Test
    void namesTheMtuThatIsTooSmall() throws IOException {
        byte[] large = Packets.udp(SmallHost.BR0, SmallHost.A, A, WEB, 1000);
        large[20] |= 0x40;
        assertThat(help(ofOne("ip link set eth0 mtu 576", "a:@ip", large)))
                .isEqualTo(
                        "the MTU of eth0 is 576; ip link set eth0 mtu …, or --gso split where segmentation offload made"
                                + " them");
    }

    private Shortfall ofOne(String more, byte[] frame) throws IOException {
        return ofOne(more, "a:eth0", frame);
    }

    private Shortfall ofOne(String more, String entrance, byte[] frame) throws IOException {
        ReplayReport report = run(more, entrance, capture(frame));
        assertThat(report.arrived()).isFalse();
        return report.shortfall();
    }

    private ReplayReport run(String more, String entrance, Path capture) throws IOException {
        Ringway ringway = Ringway.parse("small.sh", SmallHost.lab() + more);
        try (Replay replay = ringway.replay()) {
            return replay.in(entrance, capture).run();
        }
    }

    private static String what(Shortfall shortfall) {
        return shortfall.reasons().get(0).what();
    }

    private static String help(Shortfall shortfall) {
        return shortfall.reasons().get(0).help();
    }

    private Path capture(byte[]... frames) throws IOException {
        PcapBytes capture = new PcapBytes();
        long us = 0;
        for (byte[] frame : List.of(frames)) {
            capture.at(us++, frame);
        }
        return capture.write(folder.resolve("in.pcap"));
    }
}
