package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Header;

/** {@code -m ttl} (xt_hl.c:ttl_mt()). */
public record TtlMatch(Comparison comparison, int ttl) implements Match {
    private static final int EQ = 0;
    private static final int LT = 1;
    private static final int GT = 2;
    private static final int ALL_OPTIONS = 1 << EQ | 1 << LT | 1 << GT;
    private static final String[] OPTIONS = {"ttl-eq", "ttl-lt", "ttl-gt"};

    /** How the header's TTL has to stand to the rule's. */
    enum Comparison {
        EQUAL("--ttl-eq", "=="),
        NOT_EQUAL("! --ttl-eq", "!="),
        LESS("--ttl-lt", "<"),
        GREATER("--ttl-gt", ">");

        private final String option;
        private final String sign;

        Comparison(String option, String sign) {
            this.option = option;
            this.sign = sign;
        }
    }

    public static final Extension<Match> EXTENSION = Extension.of(
            "ttl",
            Reading::new,
            ExtensionOption.valued("ttl-lt", LT).excluding(ALL_OPTIONS),
            ExtensionOption.valued("ttl-gt", GT).excluding(ALL_OPTIONS),
            ExtensionOption.valued("ttl-eq", EQ).orInverted().excluding(ALL_OPTIONS),
            ExtensionOption.valued("ttl", EQ).orInverted().excluding(ALL_OPTIONS));

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int ttl = (int) OptionNumber.parse("ttl", OPTIONS[id], argument, 0, 255);
            match = new TtlMatch(
                    switch (id) {
                        case LT -> Comparison.LESS;
                        case GT -> Comparison.GREATER;
                        default -> inverted ? Comparison.NOT_EQUAL : Comparison.EQUAL;
                    },
                    ttl);
        }

        @Override
        public Match finish(RuleHead head) {
            if (match == null) {
                throw Refusal.parameter("TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt");
            }
            return match;
        }
    }

    @Override
    public String name() {
        return "ttl";
    }

    @Override
    public boolean matches(Packet packet) {
        int actual = Ipv4Header.ttl(packet.frame(), packet.frame().networkOffset());
        return switch (comparison) {
            case EQUAL -> actual == ttl;
            case NOT_EQUAL -> actual != ttl;
            case LESS -> actual < ttl;
            case GREATER -> actual > ttl;
        };
    }

    @Override
    public void save(StringBuilder out) {
        out.append(' ').append(comparison.option).append(' ').append(ttl);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" TTL match TTL ").append(comparison.sign).append(' ').append(ttl);
    }
}
