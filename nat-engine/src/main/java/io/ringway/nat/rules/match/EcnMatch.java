package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Header;

/**
 * {@code -m ecn} (xt_ecn.c:ecn_mt4()): RFC 3168.
 *
 * @param asked bits of the options that were given
 * @param inverted bits of those that were inverted
 * @param codepoint two bits
 */
public record EcnMatch(int asked, int inverted, int codepoint) implements Match {
    private static final int CWR = 0;
    private static final int ECE = 1;
    private static final int ECT = 2;
    private static final int TCP_BITS = 1 << CWR | 1 << ECE;
    private static final int FLAGS_OFFSET = 13;
    private static final int ECE_FLAG = 0x40;
    private static final int CWR_FLAG = 0x80;
    private static final int TCP_HEADER_BYTES = 20;

    public static final Extension<Match> EXTENSION = Extension.of(
            "ecn",
            Reading::new,
            ExtensionOption.flag("ecn-tcp-cwr", CWR).orInverted(),
            ExtensionOption.flag("ecn-tcp-ece", ECE).orInverted(),
            ExtensionOption.valued("ecn-ip-ect", ECT).orInverted());

    private static final class Reading implements Extension.Reading<Match> {
        private int asked;
        private int inverted;
        private int codepoint;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            asked |= 1 << id;
            this.inverted |= inverted ? 1 << id : 0;
            if (id == ECT) {
                codepoint = (int) OptionNumber.parse("ecn", "ecn-ip-ect", argument, 0, 3);
            }
        }

        @Override
        public Match finish(RuleHead head) {
            if (asked == 0) {
                throw Refusal.parameter("ECN match: some option required");
            }
            return new EcnMatch(asked, inverted, codepoint);
        }
    }

    @Override
    public String name() {
        return "ecn";
    }

    private boolean asks(int option) {
        return (asked & 1 << option) != 0;
    }

    private boolean inverts(int option) {
        return (inverted & 1 << option) != 0;
    }

    @Override
    public boolean matches(Packet packet) {
        if (asks(ECT)
                && ((Ipv4Header.tos(packet.frame(), packet.frame().networkOffset()) & 3) == codepoint)
                        == inverts(ECT)) {
            return false;
        }
        if ((asked & TCP_BITS) == 0) {
            return true;
        }
        // Of a later fragment, what stands where a header would be.
        if (packet.transportBytes() < TCP_HEADER_BYTES) {
            return false;
        }
        int flags = packet.frame().u8(packet.transport() + FLAGS_OFFSET);
        return (!asks(ECE) || ((flags & ECE_FLAG) != 0) != inverts(ECE))
                && (!asks(CWR) || ((flags & CWR_FLAG) != 0) != inverts(CWR));
    }

    @Override
    public int requiredProtocol() {
        return (asked & TCP_BITS) == 0 ? 0 : Ipv4Header.PROTOCOL_TCP;
    }

    @Override
    public void save(StringBuilder out) {
        append(out, ECE, " ! --ecn-tcp-ece", " --ecn-tcp-ece");
        append(out, CWR, " ! --ecn-tcp-cwr", " --ecn-tcp-cwr");
        append(out, ECT, " ! --ecn-ip-ect " + codepoint, " --ecn-ip-ect " + codepoint);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" ECN match");
        append(out, ECE, " !ECE", " ECE");
        append(out, CWR, " !CWR", " CWR");
        append(out, ECT, " !ECT=" + codepoint, " ECT=" + codepoint);
    }

    private void append(StringBuilder out, int option, String invertedText, String text) {
        if (asks(option)) {
            out.append(inverts(option) ? invertedText : text);
        }
    }
}
