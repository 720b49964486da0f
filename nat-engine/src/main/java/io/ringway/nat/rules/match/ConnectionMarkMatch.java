package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.MaskedMark;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;

/** {@code -m connmark} (xt_connmark.c:connmark_mt()): a packet without a connection never matches. */
public record ConnectionMarkMatch(MaskedMark mark, boolean inverted) implements Match {
    public static final Extension<Match> EXTENSION = Extension.of(
            "connmark",
            Reading::new,
            ExtensionOption.valued("mark", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new ConnectionMarkMatch(MaskedMark.parse("connmark", "mark", argument), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "connmark";
    }

    @Override
    public boolean matches(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        return connection != null && mark.matches(connection.mark()) != inverted;
    }

    @Override
    public boolean needsTracking() {
        return true;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --mark " : " --mark ").append(mark);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " connmark match ! " : " connmark match  ").append(mark);
    }
}
