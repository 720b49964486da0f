package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.packet.DropReason;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host 10.0.1.1 without sockets hears UDP-Lite; the golden case {@code icmp/udp-lite} has the kernel's answers. */
class UdpLiteTest {
    private static final long HOST = Bench.mac(0x11);
    private static final long NEIGHBOUR = Bench.mac(0x12);
    private static final String MINE = "10.0.1.1";
    private static final int PAYLOAD = 20;

    private final Bench bench = new Bench();
    private Veth sender;

    @BeforeEach
    void aHostAndItsNeighbour() {
        Veth[] ends = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
        sender = ends[0];
        bench.address(ends[1], MINE + "/24");
        bench.address(sender, "10.0.1.2/24");
        bench.ns("left").stack().localEnd().setMute(true);
    }

    @Test
    void answersPortUnreachable() {
        send(MINE, 0, false);
        send(MINE, 8, false);
        assertThat(counted())
                .containsEntry("UdpLiteNoPorts", 2L)
                .containsEntry("IcmpOutDestUnreachs", 2L)
                .containsEntry("IpInDelivers", 2L)
                .doesNotContainKeys("IpInUnknownProtos", "UdpLiteInErrors", "UdpNoPorts");
    }

    @Test
    void overlooksDamageWhereTheChecksumDoesNotReach() {
        send(MINE, 8, true);
        assertThat(counted()).containsEntry("UdpLiteNoPorts", 1L);
        send(MINE, 0, true);
        assertThat(counted())
                .containsEntry("UdpLiteNoPorts", 1L)
                .containsEntry("UdpLiteInCsumErrors", 1L)
                .containsEntry("UdpLiteInErrors", 1L)
                .containsEntry("IcmpOutDestUnreachs", 1L);
    }

    @Test
    void refusesACoverageThatCannotBe() {
        send(MINE, 7, false);
        assertThat(bench.network.accounts().droppedFrames(DropReason.UDP_CSUM)).isEqualTo(1);
        send(MINE, 8 + PAYLOAD + 1, false);
        assertThat(bench.network.accounts().droppedFrames(DropReason.PKT_TOO_SMALL))
                .isEqualTo(1);
        assertThat(counted()).containsEntry("UdpLiteInCsumErrors", 1L).containsEntry("UdpLiteInErrors", 2L);
    }

    @Test
    void refusesWhatHasNoChecksum() {
        byte[] frame = Frames.udpLite(HOST, NEIGHBOUR, "10.0.1.2", MINE, PAYLOAD, 8);
        frame[40] = 0;
        frame[41] = 0;
        bench.inject(sender, frame);
        assertThat(counted()).containsEntry("UdpLiteInCsumErrors", 1L);
    }

    @Test
    void sumsAShortBroadcastOnlyWhenAllOfItIsCovered() {
        send("10.0.1.255", 8, true);
        assertThat(counted()).containsEntry("UdpLiteIgnoredMulti", 1L);
        send("10.0.1.255", 0, true);
        assertThat(counted()).containsEntry("UdpLiteIgnoredMulti", 1L).containsEntry("UdpLiteInCsumErrors", 1L);
    }

    private void send(String destination, int coverage, boolean damaged) {
        byte[] frame = Frames.udpLite(HOST, NEIGHBOUR, "10.0.1.2", destination, PAYLOAD, coverage);
        frame[frame.length - 1] += damaged ? (byte) 1 : 0;
        bench.inject(sender, frame);
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = bench.ns("host").stack().snmp().list();
        counted.values().removeIf(value -> value == 0);
        return counted;
    }
}
