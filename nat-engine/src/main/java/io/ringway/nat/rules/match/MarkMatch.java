package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.MaskedMark;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;

/** {@code -m mark} (xt_mark.c:mark_mt()): the mark that rules of this namespace gave the packet. */
public record MarkMatch(MaskedMark mark, boolean inverted) implements Match {
    public static final Extension<Match> EXTENSION = Extension.of(
            "mark", Reading::new, ExtensionOption.valued("mark", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new MarkMatch(MaskedMark.parse("mark", "mark", argument), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "mark";
    }

    @Override
    public boolean matches(Packet packet) {
        return mark.matches(packet.frame().mark()) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --mark " : " --mark ").append(mark);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " mark match ! " : " mark match ").append(mark);
    }
}
