package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.nat.rules.IptablesCommand;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A raw socket of "left" (10.0.1.2) sends; "right" (10.0.1.3) sees it, already a neighbour after the first packet. */
class RawSocketTest {
    private final Bench bench = new Bench();
    private Veth left;
    private Veth right;

    @BeforeEach
    void twoHostsOnACable() {
        Veth[] ends = bench.veth("left", "eth0", 0x12, "right", "eth0", 0x13);
        left = ends[0];
        right = ends[1];
        bench.address(left, "10.0.1.2/24");
        bench.address(right, "10.0.1.3/24");
        bench.ns("right").stack().localEnd().setMute(true);
        send(packet("10.0.1.2", "10.0.1.3"));
        bench.seen.clear();
    }

    @Test
    void fillsChecksumAndTotalLengthAndKeepsTheRest() {
        byte[] packet = packet("1.2.3.4", "10.0.1.3");
        packet[14 + 2] = 9;
        packet[14 + 10] = 77;
        assertThat(send(packet)).isNull();
        Frame arrived = arrived();
        assertThat(Ipv4Header.check(arrived, 14)).isNull();
        assertThat(Ipv4Header.totalLength(arrived, 14)).isEqualTo(packet.length - 14);
        assertThat(Ipv4Header.source(arrived, 14)).isEqualTo(Ipv4Address.parse("1.2.3.4"));
        assertThat(Ipv4Header.ttl(arrived, 14)).isEqualTo(64);
    }

    @Test
    void fillsASourceOfZero() {
        send(packet("0.0.0.0", "10.0.1.3"));
        assertThat(Ipv4Header.source(arrived(), 14)).isEqualTo(Ipv4Address.parse("10.0.1.2"));
    }

    @Test
    void fillsAnIdOfZeroUnlessThePacketMustNotBeFragmented() {
        byte[] packet = packet("10.0.1.2", "10.0.1.3");
        packet[14 + 4] = 0;
        packet[14 + 5] = 0;
        send(packet);
        assertThat(Ipv4Header.id(arrived(), 14)).isNotZero();
        bench.seen.clear();
        packet[14 + 6] = 0x40;
        send(packet);
        assertThat(Ipv4Header.id(arrived(), 14)).isZero();
    }

    @Test
    void refusesWhatIsLongerThanTheMtuOfTheWayOut() {
        left.setMtu(100);
        assertThat(send(packet("10.0.1.2", "10.0.1.3"))).isEqualTo(DropReason.OVER_MTU_AT_INJECTION);
        assertThat(bench.seen).isEmpty();
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }

    @Test
    void refusesAHeaderLengthBeyondThePacketOrBelowTwenty() {
        for (int words : new int[] {0, 4, 15}) {
            byte[] packet = Arrays.copyOf(packet("10.0.1.2", "10.0.1.3"), 14 + 40);
            packet[14] = (byte) (0x40 | words);
            assertThat(send(packet)).as("%d words", words).isEqualTo(DropReason.HEADER_AT_INJECTION);
        }
        // What is too short for any header does not come so far as to be counted.
        assertThat(send(new byte[14 + 19])).isEqualTo(DropReason.HEADER_AT_INJECTION);
        assertThat(send(new byte[3])).isEqualTo(DropReason.HEADER_AT_INJECTION);
        assertThat(bench.ns("left").stack().snmp().list()).containsEntry("IpOutDiscards", 3L);
    }

    @Test
    void sendsAnotherVersionThanFour() {
        byte[] packet = packet("10.0.1.2", "10.0.1.3");
        packet[14] = 0x65;
        assertThat(send(packet)).isNull();
        assertThat(bench.arrived(right)).hasSize(1);
    }

    @Test
    void isNotToldThatAnotherVersionThanFourWaitedInVain() {
        bench.ns("left").setUp(bench.ns("left").device("lo"), true);
        byte[] packet = packet("10.0.1.2", "10.0.1.9");
        send(packet);
        packet[14] = 0x65;
        send(packet);
        bench.advance(5);
        assertThat(bench.ns("left").stack().snmp().list()).containsEntry("IcmpOutDestUnreachs", 1L);
        assertThat(bench.network.accounts().droppedFrames(DropReason.NEIGH_FAILED))
                .isEqualTo(2);
    }

    private String counted(String rule) {
        String saved = bench.ns("left").stack().netfilter().save(true);
        return saved.lines().filter(line -> line.contains(rule)).findFirst().orElseThrow();
    }

    private void filter(String rule) {
        bench.ns("left").stack().netfilter().restore("*filter\n-A " + rule + "\nCOMMIT\n", RestoreOptions.NONE);
    }

    @Test
    void ownsWhatConntrackPutsTogetherOfItsFragments() {
        filter("OUTPUT -m conntrack --ctstate NEW -m owner --socket-exists");
        byte[] whole = packet("10.0.1.2", "10.0.1.3");
        byte[] first = Arrays.copyOf(whole, 14 + 20 + 64);
        first[14 + 6] = 0x20;
        byte[] last = Arrays.copyOf(whole, whole.length - 64);
        System.arraycopy(whole, 14 + 20 + 64, last, 14 + 20, whole.length - 14 - 20 - 64);
        last[14 + 7] = 64 / 8;
        send(first);
        send(last);
        assertThat(counted("owner")).startsWith("[1:");
    }

    @Test
    void hearsItsOwnBroadcastAsABroadcast() {
        filter("INPUT -m pkttype --pkt-type broadcast");
        send(packet("10.0.1.2", "10.0.1.255"));
        assertThat(counted("pkttype")).startsWith("[1:");
    }

    @Test
    void needsARoute() {
        assertThat(send(packet("10.0.1.2", "11.0.0.1"))).isEqualTo(DropReason.IP_OUTNOROUTES);
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_OUTNOROUTES))
                .isEqualTo(1);
    }

    @Test
    void passesTheOutputChain() {
        IptablesCommand.parse(List.of("-P", "OUTPUT", "DROP"))
                .run(bench.ns("left").stack().netfilter());
        assertThat(send(packet("10.0.1.2", "10.0.1.3"))).isNull();
        assertThat(bench.seen).isEmpty();
        assertThat(bench.network.accounts().droppedFrames(DropReason.NETFILTER_DROP))
                .isEqualTo(1);
    }

    private static byte[] packet(String source, String destination) {
        return Frames.udp(0, 0, source, destination, 64, 100);
    }

    private DropReason send(byte[] bytes) {
        Frame frame = bench.network.kernel().pool().allocate(bytes.length);
        frame.put(0, bytes);
        return bench.network.sendRaw(
                bench.ns("left"), frame, bench.network.kernel().nowNs());
    }

    private Frame arrived() {
        List<byte[]> arrived = bench.arrived(right);
        assertThat(arrived).hasSize(1);
        return Frames.of(arrived.get(0));
    }
}
