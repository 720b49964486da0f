package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.PortDraw;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class NatPortSymbolsTest {
    private static final byte[] INJECTED = Packets.udp(Packets.CLIENT, 7, 40000);
    private static final int OWN = 40000;

    private final NatPortSymbols rule = new NatPortSymbols();

    @BeforeEach
    void aPortWasDrawn() {
        rule.drawn().add(draw(19458, false));
    }

    private static PortDraw draw(int port, boolean mayKeep) {
        return new PortDraw(17, Packets.ROUTER, port, Packets.SERVER, 53, true, 1024, 64512, OWN, mayKeep);
    }

    private boolean same(int modelPort, int kernelPort) {
        return same(Packets.udp(Packets.ROUTER, 7, modelPort), Packets.udp(Packets.ROUTER, 7, kernelPort));
    }

    private boolean same(byte[] model, byte[] kernel) {
        byte[] aligned = rule.align(INJECTED, Packets.passed(model), Packets.passed(kernel), kernel);
        return Arrays.equals(aligned, model);
    }

    @Test
    void excusesAnotherDrawOfThePort() {
        assertThat(same(19458, 58010)).isTrue();
        assertThat(same(19458, 58010)).isTrue();
    }

    @Test
    void catchesAPortThatOneSideKept() {
        assertThat(same(OWN, 58010)).isFalse();
        assertThat(same(19458, OWN)).isFalse();
    }

    @Test
    void excusesThePacketsOwnPortWhereTheRuleIsRandom() {
        rule.drawn().add(draw(19459, true));
        assertThat(same(19459, OWN)).isTrue();
    }

    @Test
    void catchesAPortOutsideOfTheRange() {
        assertThat(same(19458, 1023)).isFalse();
        assertThat(same(19458, 65535)).isTrue();
    }

    @Test
    void catchesAPortThatTheModelDidNotDraw() {
        assertThat(same(19457, 58010)).isFalse();
    }

    @Test
    void catchesAPortThatChangesOnTheWay() {
        assertThat(same(19458, 58010)).isTrue();
        assertThat(same(19458, 58011)).isFalse();
    }

    @Test
    void followsAConnectionThatIsMadeAgain() {
        assertThat(same(19458, 58010)).isTrue();
        rule.drawn().add(draw(19458, false));
        assertThat(same(19458, 44576)).isTrue();
        assertThat(same(19458, 58010)).isFalse();
    }

    @Test
    void catchesAPortThatTwoConnectionsShare() {
        rule.drawn().add(draw(19459, false));
        assertThat(same(19458, 58010)).isTrue();
        assertThat(same(19459, 58010)).isFalse();
    }

    @Test
    void followsThePortIntoWhatAnErrorQuotes() {
        byte[] model = Packets.icmpError(9, Packets.udp(Packets.ROUTER, 7, 19458));
        byte[] kernel = Packets.icmpError(9, Packets.udp(Packets.ROUTER, 7, 58010));
        assertThat(same(model, kernel)).isTrue();
        assertThat(same(model, Packets.icmpError(9, Packets.udp(Packets.ROUTER, 7, 58011))))
                .isFalse();
    }

    @Test
    void catchesAWrongChecksumBesideThePort() {
        byte[] kernel = Packets.udp(Packets.ROUTER, 7, 58010);
        assertThat(same(Packets.udp(Packets.ROUTER, 7, 19458), Packets.with(kernel, 41, kernel[41] + 1)))
                .isFalse();
    }

    @Test
    void excusesTheConnectionOfADrawnPortAndNoOther() {
        String item = "udp 17 src=10.0.0.2 dst=203.0.113.10 sport=40000 dport=53/reply";
        String reply = "src=203.0.113.10 dst=203.0.113.1 sport=53 dport=";
        assertThat(rule.excuses("conntrack", item, reply + 1023, reply + 19458)).isFalse();
        assertThat(rule.excuses("conntrack", item, reply + 58010, reply + 19458))
                .isTrue();
        assertThat(rule.excuses("conntrack", item, reply + 58011, reply + 19458))
                .isFalse();
        assertThat(rule.excuses("conntrack", item, reply.replace(".1 ", ".2 ") + 58010, reply + 19458))
                .isFalse();
        assertThat(rule.excuses("conntrack", item, null, reply + 19458)).isFalse();
    }
}
