package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code -m statistic} (xt_statistic.c:statistic_mt()): every nth packet that asks, or some of them by chance. */
public final class StatisticMatch implements Match {
    private static final int MODE = 0;
    private static final int PROBABILITY = 1;
    private static final int EVERY = 2;
    private static final int PACKET = 3;
    /** What the kernel calls a probability of one. */
    private static final long CERTAIN = 0x8000_0000L;

    public static final Extension<Match> EXTENSION = Extension.of(
            "statistic",
            Reading::new,
            ExtensionOption.valued("mode", MODE),
            ExtensionOption.valued("probability", PROBABILITY).orInverted().excluding(1 << EVERY | 1 << PACKET),
            ExtensionOption.valued("every", EVERY).orInverted().requiring(1 << PACKET),
            ExtensionOption.valued("packet", PACKET).requiring(1 << EVERY));

    private static final class Reading implements Extension.Reading<Match> {
        private static final long MAX = 0xffff_ffffL;
        private static final Pattern NUMBER =
                Pattern.compile("\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

        private boolean modeGiven;
        private static final Pattern HEXADECIMAL =
                Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?");

        private boolean nth;
        private long every = -1;
        private long packet = -1;
        private long probability = -1;
        /** What the tool compares with the packet: probability and count share their place. */
        private long last;

        private boolean inverted;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            this.inverted |= inverted;
            switch (id) {
                case MODE -> setMode(argument);
                case PROBABILITY -> {
                    probability = parseProbability(argument);
                    last = probability;
                }
                case EVERY -> {
                    every = OptionNumber.parse("statistic", "every", argument, 1, MAX);
                    last = every - 1;
                }
                default -> packet = OptionNumber.parse("statistic", "packet", argument, 0, MAX);
            }
        }

        private void setMode(String mode) {
            if (!mode.equals("random") && !mode.equals("nth")) {
                throw Refusal.parameter("Bad mode \"" + mode + "\"");
            }
            modeGiven = true;
            nth = mode.equals("nth");
        }

        private static long parseProbability(String text) {
            double value = parseDouble(text.strip());
            if (value < 0 || value > 1) {
                throw Refusal.parameter("statistic: bad value for option \"--probability\", or out of range (0-1).\n");
            }
            return Math.round(CERTAIN * value);
        }

        /** As {@code strtod()}: in hexadecimal too, and what is no number at all passes for none. */
        private static double parseDouble(String text) {
            if (text.equalsIgnoreCase("nan")) {
                return Double.NaN;
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return Double.parseDouble(text.toLowerCase(Locale.ROOT).contains("p") ? text : text + "p0");
            }
            return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : -1;
        }

        @Override
        public Match finish(RuleHead head) {
            if (!nth && probability < 0) {
                throw Refusal.parameter("--probability must be specified when using random mode");
            }
            if (nth && every < 0 && packet < 0) {
                throw Refusal.parameter("--every and --packet must be specified when using nth mode");
            }
            if (packet > last) {
                throw Refusal.parameter("the --packet p must be 0 <= p <= n-1");
            }
            if (!modeGiven) {
                throw Refusal.parameter("statistic: option \"--mode\" must be specified\n");
            }
            return new StatisticMatch(nth, probability, every, Math.max(packet, 0), inverted);
        }
    }

    private final boolean nth;
    private final long probability;
    private final long every;
    private final long first;
    private final boolean inverted;
    /** How many packets came since the last one that matched, of mode nth. */
    private long passed;

    private StatisticMatch(boolean nth, long probability, long every, long first, boolean inverted) {
        this.nth = nth;
        this.probability = probability;
        this.every = every;
        this.first = first;
        this.inverted = inverted;
        passed = every - 1 - first;
    }

    @Override
    public Match fresh() {
        return new StatisticMatch(nth, probability, every, first, inverted);
    }

    @Override
    public String name() {
        return "statistic";
    }

    @Override
    public boolean matches(Packet packet) {
        if (!nth) {
            return (packet.draw() < probability) != inverted;
        }
        passed = passed == every - 1 ? 0 : passed + 1;
        return (passed == 0) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        if (nth) {
            out.append(" --mode nth")
                    .append(inverted ? " ! --every " : " --every ")
                    .append(every);
            out.append(" --packet ").append(first);
        } else {
            out.append(" --mode random").append(inverted ? " ! --probability " : " --probability ");
            out.append(share());
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        if (nth) {
            out.append(" statistic mode nth")
                    .append(inverted ? " ! every " : " every ")
                    .append(every);
            if (first != 0) {
                out.append(" packet ").append(first);
            }
        } else {
            out.append(" statistic mode random").append(inverted ? " ! probability " : " probability ");
            out.append(share());
        }
    }

    private String share() {
        return String.format(Locale.ROOT, "%.11f", (double) probability / CERTAIN);
    }
}
