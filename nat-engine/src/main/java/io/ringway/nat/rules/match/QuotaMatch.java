package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import java.math.BigInteger;

/** {@code -m quota} (xt_quota.c:quota_mt()): packets until so many bytes have come; the first that is too large ends it. */
public final class QuotaMatch implements Match {
    public static final Extension<Match> EXTENSION = Extension.of(
            "quota",
            Reading::new,
            ExtensionOption.valued("quota", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private static final BigInteger MAX = new BigInteger("18446744073709551615");

        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int end = ToolNumber.end(argument);
            BigInteger bytes = end == 0 || end != argument.length() ? null : ToolNumber.parsePrefix(argument, end);
            if (bytes == null || bytes.compareTo(MAX) > 0) {
                throw Refusal.parameter("quota: bad value for option \"--quota\", or out of range (0-" + MAX + ").\n");
            }
            match = new QuotaMatch(bytes.longValue(), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    /** Without sign, as {@code left}. */
    private final long bytes;

    private final boolean inverted;
    private long left;

    private QuotaMatch(long bytes, boolean inverted) {
        this.bytes = bytes;
        this.inverted = inverted;
        left = bytes;
    }

    @Override
    public Match fresh() {
        return new QuotaMatch(bytes, inverted);
    }

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public boolean matches(Packet packet) {
        boolean enough = Long.compareUnsigned(left, packet.lengthBytes()) >= 0;
        left = enough ? left - packet.lengthBytes() : 0;
        return enough != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --quota " : " --quota ").append(Long.toUnsignedString(bytes));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" quota: ").append(Long.toUnsignedString(bytes)).append(" bytes");
    }
}
