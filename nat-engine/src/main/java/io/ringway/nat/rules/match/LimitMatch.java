package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import java.util.Locale;

/**
 * {@code -m limit}, which iptables 1.8.9 hands to the kernel as a limit of its own (nft_limit.c:nft_limit_eval()): a bucket
 * that holds what a burst costs and fills with time.
 */
public final class LimitMatch implements Match {
    private static final int LIMIT = 0;
    private static final int BURST = 1;

    /** {@code XT_LIMIT_SCALE}: a rate is kept as so many times the seconds that pass between two packets. */
    private static final long SCALE = 10_000;

    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int DEFAULT_BURST = 5;
    private static final int MAX_BURST = 10_000;
    private static final String[] UNITS = {"day", "hour", "min", "sec"};
    private static final String[] UNIT_WORDS = {"day", "hour", "minute", "second"};
    private static final long[] UNIT_SECONDS = {86_400, 3_600, 60, 1};

    public static final Extension<Match> EXTENSION = Extension.of(
            "limit",
            Reading::new,
            ExtensionOption.valued("limit", LIMIT),
            ExtensionOption.valued("limit-burst", BURST));

    private static final class Reading implements Extension.Reading<Match> {
        private long period = parseRate("3/hour");
        private int burst = DEFAULT_BURST;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id == LIMIT) {
                period = parseRate(argument);
            } else {
                burst = (int) OptionNumber.parse("limit", "limit-burst", argument, 0, MAX_BURST);
            }
        }

        private static long parseRate(String text) {
            int slash = text.indexOf('/');
            long seconds = slash < 0 ? 1 : secondsOf(text.substring(slash + 1));
            // As a number of 32 bits without sign: a negative one is very large.
            long packets = ToolNumber.leading(text) & 0xffff_ffffL;
            if (seconds == 0 || packets == 0) {
                throw Refusal.parameter("bad rate \"" + text + "\"'");
            }
            long period = SCALE * seconds / packets;
            if (period == 0) {
                throw Refusal.parameter("Rate too fast \"" + text + "\"");
            }
            return period;
        }

        /** Of the unit whose name begins so, or 0. */
        private static long secondsOf(String word) {
            for (int i = UNIT_WORDS.length - 1; i >= 0 && !word.isEmpty(); i--) {
                if (UNIT_WORDS[i].startsWith(word.toLowerCase(Locale.ROOT))) {
                    return UNIT_SECONDS[i];
                }
            }
            return 0;
        }

        @Override
        public Match finish(RuleHead head) {
            return new LimitMatch(period, burst == 0 ? DEFAULT_BURST : burst);
        }
    }

    /** {@link #SCALE} times the seconds between two packets. */
    private final long period;

    private final int burst;
    private final long costNs;
    private final long fullNs;
    private long tokensNs;
    private long lastNs;

    private LimitMatch(long period, int burst) {
        int unit = unit(period);
        this.period = period;
        this.burst = burst;
        costNs = UNIT_SECONDS[unit] * NS_PER_SECOND / (SCALE * UNIT_SECONDS[unit] / period);
        fullNs = costNs * burst;
        tokensNs = fullNs;
    }

    /** The largest unit in which the rate is a number of packets that hides little. */
    private static int unit(long period) {
        int unit = 1;
        while (unit < UNITS.length) {
            long scaled = SCALE * UNIT_SECONDS[unit];
            if (period > scaled || scaled / period < scaled % period) {
                break;
            }
            unit++;
        }
        return unit - 1;
    }

    @Override
    public Match fresh() {
        return new LimitMatch(period, burst);
    }

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public boolean matches(Packet packet) {
        long nowNs = packet.view().nowNs();
        tokensNs = Math.min(tokensNs + nowNs - lastNs, fullNs);
        lastNs = nowNs;
        boolean enough = tokensNs >= costNs;
        if (enough) {
            tokensNs -= costNs;
        }
        return enough;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --limit ").append(rate());
        if (burst != DEFAULT_BURST) {
            out.append(" --limit-burst ").append(burst);
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" limit: avg ").append(rate()).append(" burst ").append(burst);
    }

    private String rate() {
        int unit = unit(period);
        return SCALE * UNIT_SECONDS[unit] / period + "/" + UNITS[unit];
    }
}
