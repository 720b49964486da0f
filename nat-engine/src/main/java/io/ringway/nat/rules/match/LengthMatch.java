package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;

/**
 * {@code -m length} (xt_length.c:length_mt()): the total length in the IPv4 header.
 *
 * @param min inclusive
 * @param max inclusive; below {@code min} no packet matches
 */
public record LengthMatch(int min, int max, boolean inverted) implements Match {
    private static final int MAX_LENGTH = 0xffff;

    public static final Extension<Match> EXTENSION = Extension.of(
            "length",
            Reading::new,
            ExtensionOption.valued("length", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int[] range = OptionNumber.parseRange("length", "length", argument, MAX_LENGTH);
            match = new LengthMatch(range[0], range[range.length - 1], inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public boolean matches(Packet packet) {
        return (packet.lengthBytes() >= min && packet.lengthBytes() <= max) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --length " : " --length ");
        appendRange(out);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " length !" : " length ");
        appendRange(out);
    }

    private void appendRange(StringBuilder out) {
        out.append(min);
        if (min != max) {
            out.append(':').append(max);
        }
    }
}
