package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

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
}
