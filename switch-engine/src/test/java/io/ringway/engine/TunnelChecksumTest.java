package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.SnmpCounters;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.nat.rules.IptablesCommand;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the kernel knows of checksums around a tunnel from 10.0.0.1 to 10.0.0.2; each case was seen on the kernel (golden
 * cases {@code vxlan/nothing-but-zeros}, {@code vxlan/locked-path-mtu}).
 */
class TunnelChecksumTest {
    private static final long HERE = Bench.mac(0x11);
    private static final long THERE = Bench.mac(0x12);

    private final Bench bench = new Bench();
    private final Veth[] wire = bench.veth("h1", "eth0", 1, "h2", "eth0", 2);

    TunnelChecksumTest() {
        bench.address(wire[0], "10.0.0.1/24");
        bench.address(wire[1], "10.0.0.2/24");
    }

    private Vxlan vxlan(String ns, int mac, String remote, boolean udpChecksum) {
        int address = Ipv4Address.parse(remote);
        VxlanConfig config = new VxlanConfig(
                42,
                address,
                0,
                null,
                4789,
                0,
                0,
                0,
                false,
                0,
                DontFragment.SET,
                true,
                300,
                0,
                udpChecksum,
                false,
                false);
        Vxlan vxlan = new Vxlan(bench.network.kernel(), bench.ns(ns).stack(), "vx42", Bench.mac(mac), config);
        bench.ns(ns).add(vxlan, 0);
        bench.ns(ns).setUp(vxlan, true);
        bench.watch(vxlan);
        return vxlan;
    }

    private long checksumErrorsOfZeros(boolean udpChecksum) {
        Vxlan here = vxlan("h1", 0x11, "10.0.0.2", udpChecksum);
        Vxlan there = vxlan("h2", 0x12, "10.0.0.1", udpChecksum);
        bench.address(there, "10.1.0.2/24");
        byte[] echo = Frames.echoRequest(THERE, HERE, "10.1.0.1", "10.1.0.2", 64);
        Arrays.fill(echo, 34, echo.length, (byte) 0);
        bench.inject(here, echo);
        SnmpCounters snmp = bench.ns("h2").stack().snmp();
        assertThat(snmp.list()).containsEntry("IcmpInMsgs", 1L);
        return snmp.list().get("IcmpInCsumErrors");
    }

    @Test
    void zerosAreSoundBehindADatagramThatWasSummedUp() {
        assertThat(checksumErrorsOfZeros(true)).isZero();
    }

    @Test
    void zerosAreWrongBehindADatagramWithoutChecksum() {
        assertThat(checksumErrorsOfZeros(false)).isEqualTo(1);
    }

    @Test
    void whatATrackerGivesUpByItsLengthCountsAsSoundAsTheTunnelFoundIt() {
        Vxlan here = vxlan("h1", 0x11, "10.0.0.2", true);
        Vxlan there = vxlan("h2", 0x12, "10.0.0.1", true);
        bench.address(there, "10.1.0.2/24");
        for (String rule : List.of("-m conntrack --ctstate NEW", "-j REJECT")) {
            List<String> words = new ArrayList<>(List.of("-A", "INPUT"));
            words.addAll(List.of(rule.split(" ")));
            IptablesCommand.parse(words).run(bench.ns("h2").stack().netfilter());
        }
        byte[] datagram = Frames.udp(HERE, THERE, "10.1.0.1", "10.1.0.2", 64, 100);
        put(datagram, 38, u16(datagram, 38) + 1);
        bench.inject(here, datagram);
        SnmpCounters snmp = bench.ns("h2").stack().snmp();
        assertThat(snmp.list()).containsEntry("IcmpOutDestUnreachs", 1L);
    }

    @Test
    void anErrorAboutAPacketThatNeverLeftQuotesItsChecksumUnfinished() {
        List<byte[]> heard = new ArrayList<>();
        Vxlan here = vxlan("h1", 0x11, "10.0.0.9", true);
        bench.ns("h1").setUp(bench.ns("h1").device("lo"), true);
        bench.ns("h1").stack().localEnd().setListener(frame -> heard.add(frame.toBytes()));
        bench.inject(here, Frames.plain(THERE, HERE));
        bench.advance(5);
        byte[] error = heard.get(heard.size() - 1);
        int quote = 42;
        assertThat(error[34]).isEqualTo((byte) 3);
        assertThat(u16(error, quote + 26)).isEqualTo(pseudoHeader(error, quote));
    }

    @Test
    void aPathMtuThatNobodyBelievesTakesDfAway() {
        Vxlan here = vxlan("h1", 0x11, "10.0.0.2", true);
        vxlan("h2", 0x12, "10.0.0.1", true);
        bench.inject(here, Frames.plain(THERE, HERE));
        byte[] first = tunnelled().get(0);
        assertThat(first[20] & 0x40).isNotZero();
        bench.inject(wire[1], tooBig(first, 400));
        bench.inject(here, Frames.plain(THERE, HERE));
        assertThat(tunnelled().get(1)[20] & 0x40).isZero();
    }

    /** "Fragmentation needed" from the other end, with as much of the packet as tells which tunnel it is of. */
    private static byte[] tooBig(byte[] about, int mtu) {
        byte[] error = Frames.echoRequest(Bench.mac(1), Bench.mac(2), "10.0.0.2", "10.0.0.1", 64, 8 + 36);
        error[34] = 3;
        error[35] = 4;
        put(error, 36, 0);
        put(error, 38, 0);
        put(error, 40, mtu);
        System.arraycopy(about, 14, error, 42, 36);
        int sum = 0;
        for (int at = 34; at < error.length; at += 2) {
            sum += u16(error, at);
        }
        put(error, 36, ~((sum & 0xffff) + (sum >>> 16)));
        return error;
    }

    private static void put(byte[] frame, int at, int value) {
        frame[at] = (byte) (value >> 8);
        frame[at + 1] = (byte) value;
    }

    private List<byte[]> tunnelled() {
        return bench.sent(wire[0]).stream()
                .filter(frame -> frame[12] == 8 && frame[13] == 0)
                .toList();
    }

    private static int pseudoHeader(byte[] frame, int ip) {
        int sum = 17 + u16(frame, ip + 2) - 20;
        for (int at = ip + 12; at < ip + 20; at += 2) {
            sum += u16(frame, at);
        }
        return (sum & 0xffff) + (sum >>> 16);
    }

    private static int u16(byte[] frame, int at) {
        return (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }
}
