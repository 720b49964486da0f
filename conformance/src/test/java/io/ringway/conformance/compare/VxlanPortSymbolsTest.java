package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class VxlanPortSymbolsTest {
    private static final int INNER = 50;

    private final VxlanPortSymbols rule = new VxlanPortSymbols();

    private boolean same(Sighting model, byte[] kernel) {
        byte[] aligned = rule.align(new byte[0], model, Packets.passed(kernel), kernel);
        return Arrays.equals(aligned, model.bytes());
    }

    private static byte[] tunnelled(int port, int innerPort) {
        return Packets.vxlan(port, Packets.udp(Packets.CLIENT, 7, innerPort));
    }

    @Test
    void excusesAnotherPortOfATunnel() {
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isTrue();
    }

    @Test
    void catchesAnotherPortOfAPacketThatWasInjected() {
        assertThat(same(Packets.passed(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isFalse();
    }

    @Test
    void catchesAPortOutsideTheRange() {
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(61_000, 1)))
                .isFalse();
        assertThat(same(Packets.made(tunnelled(5_000, 1)), tunnelled(5_001, 1))).isFalse();
    }

    @Test
    void catchesAFlowThatChangesItsPort() {
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isTrue();
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_001, 1)))
                .isFalse();
        assertThat(same(Packets.made(tunnelled(40_001, 1)), tunnelled(50_000, 1)))
                .isFalse();
    }

    @Test
    void letsAnotherFlowHaveAnotherPort() {
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isTrue();
        assertThat(same(Packets.made(tunnelled(40_000, 2)), tunnelled(50_001, 2)))
                .isTrue();
    }

    /** With an IPv4 header inside that says it is too short. */
    private static byte[] malformed(int port) {
        return Packets.vxlan(port, Packets.with(Packets.udp(Packets.CLIENT, 7, 1), 14, 0x40));
    }

    @Test
    void aMalformedPacketHasThePortOfItsTypeAlone() {
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isTrue();
        assertThat(same(Packets.made(malformed(40_002)), malformed(50_002))).isTrue();
        assertThat(same(Packets.made(malformed(40_002)), malformed(50_003))).isFalse();
    }

    @Test
    void catchesAWrongChecksumBesideThePort() {
        byte[] kernel = tunnelled(50_000, 1);
        assertThat(same(Packets.made(tunnelled(40_000, 1)), Packets.with(kernel, 41, kernel[41] + 1)))
                .isFalse();
        byte[] none = Packets.with(Packets.with(kernel, 40, 0), 41, 0);
        assertThat(same(Packets.made(tunnelled(40_000, 1)), none)).isFalse();
    }

    @Test
    void aQuotedChecksumThatIsUnfinishedCoversNoPort() {
        byte[] kernel = quoting(tunnelled(50_000, 1), 0x1234);
        assertThat(same(Packets.made(quoting(tunnelled(40_000, 1), 0x1234)), kernel))
                .isTrue();
        assertThat(same(Packets.made(quoting(tunnelled(40_000, 1), 0x1235)), kernel))
                .isFalse();
    }

    @Test
    void aQuoteThatIsCutBeforeItsFlowHasThePortsOfAFlowThatWasSeen() {
        byte[] kernel = Arrays.copyOf(quoting(tunnelled(50_000, 1), 0x1234), 82);
        Sighting model = Packets.made(Arrays.copyOf(quoting(tunnelled(40_000, 1), 0x1234), 82));
        assertThat(same(model, kernel)).isFalse();
        assertThat(same(Packets.made(tunnelled(40_000, 1)), tunnelled(50_000, 1)))
                .isTrue();
        assertThat(same(model, kernel)).isTrue();
        assertThat(same(model, Arrays.copyOf(quoting(tunnelled(50_001, 1), 0x1234), 82)))
                .isFalse();
    }

    /** "Host unreachable" about that packet, with another UDP checksum. */
    private static byte[] quoting(byte[] frame, int checksum) {
        byte[] error = new byte[frame.length + 28];
        System.arraycopy(frame, 0, error, 0, 34);
        Ipv4Bytes.put(error, 16, error.length - 14);
        error[14 + Ipv4Bytes.PROTOCOL] = Ipv4Bytes.ICMP;
        error[34] = 3;
        error[35] = 1;
        System.arraycopy(frame, 14, error, 42, frame.length - 14);
        Ipv4Bytes.put(error, 42 + 26, checksum);
        Ipv4Bytes.put(error, 36, ~Ipv4Bytes.sum(error, 34, error.length) & 0xffff);
        return error;
    }

    @Test
    void catchesAnotherVniAndAnotherFrameInside() {
        byte[] kernel = tunnelled(50_000, 1);
        assertThat(same(Packets.made(tunnelled(40_000, 1)), Packets.with(kernel, 48, 9)))
                .isFalse();
        assertThat(same(Packets.made(tunnelled(40_000, 1)), Packets.with(kernel, INNER, 9)))
                .isFalse();
    }

    @Test
    void catchesAnotherPortOfWhatIsNoTunnel() {
        byte[] model = Packets.udp(Packets.CLIENT, 0, 40_000);
        assertThat(same(Packets.made(model), Packets.udp(Packets.CLIENT, 0, 50_000)))
                .isFalse();
    }

    @Test
    void seesIdsInsideATunnelAsSymbolsToo() {
        byte[] model = Packets.vxlan(40_000, Packets.udp(Packets.ROUTER, 0x1111, 9));
        byte[] kernel = Packets.vxlan(40_000, Packets.udp(Packets.ROUTER, 0x2222, 9));
        IpIdSymbols ids = new IpIdSymbols();
        Sighting made = new Sighting(model, true, true, true, false, 0);
        assertThat(ids.align(new byte[0], made, Packets.passed(kernel), kernel)).isEqualTo(model);
        Sighting carried = new Sighting(model, true, true, false, false, 0);
        assertThat(new IpIdSymbols().align(new byte[0], carried, Packets.passed(kernel), kernel))
                .isNotEqualTo(model);
    }
}
