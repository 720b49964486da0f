package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.SnmpCounters;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.TcpHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code nstat} shows of a host 10.0.1.1 that a neighbour 10.0.1.2 sends to; each case was seen on the kernel. */
class SnmpCountersTest {
    private static final long HOST = Bench.mac(0x11);
    private static final long NEIGHBOUR = Bench.mac(0x12);
    private static final String MINE = "10.0.1.1";
    private static final String HIS = "10.0.1.2";

    private final Bench bench = new Bench();
    private Veth sender;

    @BeforeEach
    void aHostAndItsNeighbour() {
        Veth[] ends = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
        sender = ends[0];
        bench.address(ends[1], MINE + "/24");
        bench.address(sender, HIS + "/24");
        bench.ns("left").stack().localEnd().setMute(true);
    }

    @Test
    void countsAnEchoRequestAndItsReplyByType() {
        bench.inject(sender, Frames.echoRequest(HOST, NEIGHBOUR, HIS, MINE, 64));
        assertThat(counted())
                .containsEntry("IpInReceives", 1L)
                .containsEntry("IpInDelivers", 1L)
                .containsEntry("IpExtInNoECTPkts", 1L)
                .containsEntry("IpExtInOctets", 84L)
                .containsEntry("IcmpInEchos", 1L)
                .containsEntry("IcmpMsgInType8", 1L)
                .containsEntry("IcmpOutEchoReps", 1L)
                .containsEntry("IcmpMsgOutType0", 1L)
                .containsEntry("IpOutRequests", 1L)
                .containsEntry("IpExtOutOctets", 84L);
    }

    @Test
    void countsABrokenHeaderOnlyAsReceived() {
        byte[] frame = Frames.udp(HOST, NEIGHBOUR, HIS, MINE, 64, 10);
        frame[24]++;
        bench.inject(sender, frame);
        assertThat(counted())
                .containsEntry("IpInReceives", 1L)
                .containsEntry("IpInHdrErrors", 1L)
                .containsEntry("IpExtInCsumErrors", 1L)
                .doesNotContainKey("IpInDelivers");
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_CSUM)).isEqualTo(1);
    }

    @Test
    void countsATruncatedPacketApartFromBrokenHeaders() {
        byte[] whole = Frames.udp(HOST, NEIGHBOUR, HIS, MINE, 64, 10);
        bench.inject(sender, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(counted()).containsEntry("IpExtInTruncatedPkts", 1L).doesNotContainKey("IpInHdrErrors");
    }

    @Test
    void countsAnErrorAboutNobodysPacketAsAnError() {
        bench.inject(sender, Frames.icmpError(HOST, NEIGHBOUR, HIS, MINE, 64));
        assertThat(counted()).containsEntry("IcmpInDestUnreachs", 1L).containsEntry("IcmpInErrors", 1L);
    }

    @Test
    void countsAPortWithoutASocketAndTheResetOfASegment() {
        bench.inject(sender, Frames.udp(HOST, NEIGHBOUR, HIS, MINE, 64, 10));
        bench.inject(sender, Frames.tcp(HOST, NEIGHBOUR, HIS, MINE, io.ringway.packet.TcpHeader.SYN));
        assertThat(counted())
                .containsEntry("UdpNoPorts", 1L)
                .containsEntry("IcmpOutDestUnreachs", 1L)
                .containsEntry("TcpInSegs", 1L)
                .containsEntry("TcpOutRsts", 1L);
    }

    @Test
    void hearsItsOwnAnswerToABroadcastAddress() {
        String everybody = HIS.substring(0, HIS.lastIndexOf('.')) + ".255";
        bench.inject(sender, Frames.echoRequest(HOST, NEIGHBOUR, everybody, MINE, 64));
        assertThat(counted())
                .containsEntry("IcmpOutEchoReps", 1L)
                .containsEntry("IpExtInBcastPkts", 1L)
                .containsEntry("IcmpInEchoReps", 1L)
                .containsEntry("IcmpInErrors", 1L);
    }

    @Test
    void aMuteHostHearsItsOwnErrorToABroadcastAddress() {
        String everybody = HIS.substring(0, HIS.lastIndexOf('.')) + ".255";
        List<Integer> types = new ArrayList<>();
        bench.ns("host").stack().localEnd().setMute(true);
        bench.ns("host").stack().localEnd().setListener(frame -> types.add(EthernetHeader.type(frame)));
        bench.forwarding(sender.peer());
        bench.inject(sender, Frames.echoRequest(HOST, NEIGHBOUR, everybody, "192.168.1.1", 64));
        assertThat(types).containsExactly(EthernetHeader.TYPE_IPV4);
    }

    /** A reset of REJECT has no sender that would hear of it: {@code nf_send_reset()} calls {@code ip_local_out()} itself. */
    @Test
    void nobodyCountsAResetThatARuleDrops() {
        bench.ns("host")
                .stack()
                .netfilter()
                .restore(
                        "*filter\n-A INPUT -p tcp -j REJECT --reject-with tcp-reset\n-A OUTPUT -p tcp -j DROP\nCOMMIT\n",
                        RestoreOptions.NONE);
        bench.inject(sender, Frames.tcp(HOST, NEIGHBOUR, HIS, MINE, TcpHeader.SYN));
        assertThat(counted()).containsEntry("IpOutRequests", 1L).doesNotContainKey("IpOutDiscards");
    }

    @Test
    void answersItselfWhereItAskedNobody() {
        bench.ns("host").setUp(bench.ns("host").device("lo"), true);
        var frame = bench.network.kernel().pool().allocate(14 + 84);
        frame.put(0, Frames.echoRequest(0, 0, "0.0.0.0", "0.0.0.0", 64));
        bench.network.sendRaw(bench.ns("host"), frame, bench.network.kernel().nowNs());
        assertThat(counted())
                .containsEntry("IcmpInEchos", 1L)
                .containsEntry("IcmpInEchoReps", 1L)
                .doesNotContainKey("IcmpInErrors");
    }

    @Test
    void knowsWhichNamesOfNstatTheModelMoves() {
        assertThat(SnmpCounters.isModelled("IcmpMsgOutType3")).isTrue();
        assertThat(SnmpCounters.isModelled("IpInReceives")).isTrue();
        assertThat(SnmpCounters.isModelled("Ip6InReceives")).isFalse();
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = bench.ns("host").stack().snmp().list();
        counted.values().removeIf(value -> value == 0);
        return counted;
    }
}
