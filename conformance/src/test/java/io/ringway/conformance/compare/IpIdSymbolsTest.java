package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class IpIdSymbolsTest {
    private static final byte[] NOTHING = {};

    private final IpIdSymbols rule = new IpIdSymbols();

    private boolean same(Sighting model, byte[] kernel) {
        byte[] aligned = rule.align(NOTHING, model, Packets.passed(kernel), kernel);
        return java.util.Arrays.equals(aligned, model.bytes());
    }

    @Test
    void excusesAnotherIdOfAPacketMadeHere() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        assertThat(same(Packets.made(model), Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isTrue();
    }

    @Test
    void catchesAnotherIdOfAPacketThatWasInjected() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        assertThat(same(Packets.passed(model), Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isFalse();
    }

    @Test
    void catchesAnIdWhereTheModelHasNone() {
        byte[] model = Packets.udp(Packets.ROUTER, 0, 9);
        assertThat(same(Packets.made(model), Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isFalse();
    }

    @Test
    void catchesAWrongChecksumBesideTheId() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] kernel = Packets.udp(Packets.ROUTER, 0x2222, 9);
        assertThat(same(Packets.made(model), Packets.with(kernel, 25, kernel[25] + 1)))
                .isFalse();
    }

    @Test
    void catchesAnotherTtlBesideTheId() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] kernel = Packets.udp(Packets.ROUTER, 0x2222, 9);
        assertThat(same(Packets.made(model), Packets.with(kernel, 22, 63))).isFalse();
    }

    @Test
    void catchesAnIdThatChangesOnTheWay() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        assertThat(same(Packets.made(model), Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isTrue();
        assertThat(same(Packets.made(model), Packets.udp(Packets.ROUTER, 0x3333, 9)))
                .isFalse();
    }

    @Test
    void knowsAnIdAgainInAQuote() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] kernel = Packets.udp(Packets.ROUTER, 0x2222, 9);
        assertThat(same(Packets.made(model), kernel)).isTrue();
        Sighting error = Packets.made(Packets.icmpError(5, model));
        assertThat(same(error, Packets.icmpError(6, kernel))).isTrue();
    }

    @Test
    void catchesAQuotedIdThatWasNeverSent() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] kernel = Packets.udp(Packets.ROUTER, 0x2222, 9);
        assertThat(same(Packets.made(Packets.icmpError(5, model)), Packets.icmpError(5, kernel)))
                .isFalse();
    }

    @Test
    void knowsAnIdThatAHostQuotesToItself() {
        byte[] model = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] kernel = Packets.udp(Packets.ROUTER, 0x2222, 9);
        byte[] error = Packets.icmpError(5, model);
        byte[] kernels = Packets.icmpError(5, kernel);
        for (byte[] one : new byte[][] {error, kernels}) {
            System.arraycopy(model, 26, one, 26, 4);
            System.arraycopy(model, 26, one, 30, 4);
        }
        assertThat(same(Packets.made(error), kernels)).isTrue();
    }

    @Test
    void catchesAnIdThatAHostQuotesToItselfWhereOneSideHasNone() {
        assertThat(same(Packets.made(toItself(0x1111)), toItself(0))).isFalse();
        assertThat(same(Packets.made(toItself(0)), toItself(0x2222))).isFalse();
    }

    @Test
    void catchesAnotherIdThatAHostQuotesToItselfLater() {
        assertThat(same(Packets.made(toItself(0x1111)), toItself(0x2222))).isTrue();
        assertThat(same(Packets.made(toItself(0x1111)), toItself(0x3333))).isFalse();
    }

    private static byte[] toItself(int quotedId) {
        byte[] quoted = Packets.udp(Packets.ROUTER, quotedId, 9);
        byte[] error = Packets.icmpError(5, quoted);
        System.arraycopy(quoted, 26, error, 26, 4);
        System.arraycopy(quoted, 26, error, 30, 4);
        return error;
    }

    @Test
    void knowsAnIdAgainInAFragmentThatEndsInsideTheHeader() {
        assertThat(same(Packets.made(inside(0x1111)), inside(0x2222))).isTrue();
        assertThat(same(fragment(0x1111, true), fragment(0x2222, true).bytes())).isTrue();
    }

    @Test
    void catchesAnIdThatOnlySuchAFragmentHas() {
        assertThat(same(Packets.made(inside(0x1111)), inside(0x2222))).isTrue();
        assertThat(same(fragment(0x1111, true), fragment(0x3333, true).bytes())).isFalse();
    }

    @Test
    void catchesAnIdThatIsAnotherThanSuchAFragmentHad() {
        assertThat(same(fragment(0x1111, true), fragment(0x2222, true).bytes())).isTrue();
        assertThat(same(Packets.made(inside(0x1111)), inside(0x3333))).isFalse();
    }

    @Test
    void catchesAnIdInSuchAFragmentOfAPacketThatWasInjected() {
        assertThat(same(Packets.made(inside(0x1111)), inside(0x2222))).isTrue();
        assertThat(same(fragment(0x1111, false), fragment(0x2222, false).bytes()))
                .isFalse();
    }

    @Test
    void catchesAnotherSourceBesideTheIdInSuchAFragment() {
        assertThat(same(Packets.made(inside(0x1111)), inside(0x2222))).isTrue();
        byte[] kernel = fragment(0x2222, true).bytes();
        int end = kernel.length - 3;
        assertThat(same(fragment(0x1111, true), Packets.with(kernel, end, kernel[end] + 1)))
                .isFalse();
    }

    private static byte[] inside(int id) {
        return Packets.udp(Packets.ROUTER, id, 9);
    }

    /** The first 48 bytes of a tunnel's packet, as of an MTU of 68: two bytes of the inner destination are missing. */
    private static Sighting fragment(int id, boolean made) {
        byte[] frame = Arrays.copyOf(Packets.vxlan(5000, inside(id)), 14 + 68);
        frame[20] = 0x20;
        Ipv4Bytes.put(frame, 40, 0x1234);
        return new Sighting(frame, true, true, made, false, 0);
    }

    @Test
    void seesIdsInATunnelsPacketThatItsHostGaveUp() {
        byte[] model = gaveUp(0x1111, 9);
        assertThat(new IpIdSymbols().align(new byte[0], Packets.made(model), null, gaveUp(0x2222, 9)))
                .isEqualTo(model);
        assertThat(new IpIdSymbols().align(new byte[0], Packets.made(model), null, gaveUp(0x2222, 8)))
                .isNotEqualTo(model);
    }

    @Test
    void knowsAnIdAgainInATunnelsPacketThatAnotherHostQuotes() {
        byte[] model = Packets.vxlan(40_000, inside(0x1111));
        byte[] kernel = Packets.vxlan(40_000, inside(0x2222));
        assertThat(same(new Sighting(model, true, true, true, false, 0), kernel))
                .isTrue();
        assertThat(same(Packets.made(Packets.icmpError(5, model)), Packets.icmpError(6, kernel)))
                .isTrue();
    }

    @Test
    void catchesAnIdInATunnelsPacketThatAnotherHostQuotesAndNobodySaw() {
        byte[] error = Packets.icmpError(5, Packets.vxlan(40_000, inside(0x1111)));
        byte[] kernels = Packets.icmpError(6, Packets.vxlan(40_000, inside(0x2222)));
        assertThat(same(Packets.made(error), kernels)).isFalse();
    }

    @Test
    void catchesAnotherIdInATunnelsPacketThanWasSeen() {
        byte[] model = Packets.vxlan(40_000, inside(0x1111));
        byte[] kernel = Packets.vxlan(40_000, inside(0x2222));
        assertThat(same(new Sighting(model, true, true, true, false, 0), kernel))
                .isTrue();
        byte[] other = Packets.vxlan(40_000, inside(0x3333));
        assertThat(same(Packets.made(Packets.icmpError(5, model)), Packets.icmpError(6, other)))
                .isFalse();
    }

    /** An error of a host to itself about its tunnel's packet. */
    private static byte[] gaveUp(int id, int sourcePort) {
        byte[] tunnelled = Packets.vxlan(40_000, Packets.udp(Packets.CLIENT, id, sourcePort));
        byte[] error = Packets.icmpError(7, tunnelled);
        System.arraycopy(tunnelled, 26, error, 26, 4);
        System.arraycopy(tunnelled, 26, error, 30, 4);
        return error;
    }

    @Test
    void excusesAnIdThatIsDrawnAgainForAnotherDestination() {
        assertThat(same(Packets.made(Packets.udp(Packets.ROUTER, 0x1111, 9)), Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isTrue();
        byte[] model = toAnother(Packets.udp(Packets.ROUTER, 0x1111, 9));
        assertThat(same(Packets.made(model), toAnother(Packets.udp(Packets.ROUTER, 0x3333, 9))))
                .isTrue();
        assertThat(same(Packets.made(model), toAnother(Packets.udp(Packets.ROUTER, 0x4444, 9))))
                .isFalse();
    }

    private static byte[] toAnother(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        byte[] other = frame.clone();
        int before = Ipv4Bytes.u16(other, at + Ipv4Bytes.DESTINATION + 2);
        Ipv4Bytes.put(other, at + Ipv4Bytes.DESTINATION + 2, before + 1);
        Ipv4Bytes.update(other, at + Ipv4Bytes.CHECKSUM, before, before + 1);
        return other;
    }
}
