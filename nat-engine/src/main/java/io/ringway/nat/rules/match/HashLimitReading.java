package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import java.math.BigInteger;

/** Reads {@code -m hashlimit}. */
final class HashLimitReading implements Extension.Reading<Match> {
    private static final int UP_TO = 0;
    private static final int ABOVE = 1;
    private static final int MODE = 2;
    private static final int SOURCE_MASK = 3;
    private static final int DESTINATION_MASK = 4;
    private static final int NAME = 5;
    private static final int BURST = 6;
    private static final int SIZE = 7;
    private static final int MAX = 8;
    private static final int COLLECT = 9;
    private static final int EXPIRE = 10;
    private static final int RATE_MATCH = 11;
    private static final int INTERVAL = 12;

    private static final long UINT32_MAX = 0xffff_ffffL;
    private static final long MAX_BURST = 1_000_000;
    private static final BigInteger UINT64_MAX = new BigInteger(Long.toUnsignedString(-1));
    private static final int NAME_FIELD = 255;

    private boolean given;
    private boolean above;
    private boolean bytes;
    private long average;
    private long unitSeconds;
    private int keys;
    private int sourceLength = 32;
    private int destinationLength = 32;
    private String name;
    private long burst = 5;
    private boolean burstGiven;
    private long size;
    private long max;
    private long collectMs = 1000;
    private long expireMs = -1;
    private boolean rateMatch;
    private long interval;

    static ExtensionOption[] options() {
        return new ExtensionOption[] {
            ExtensionOption.valued("hashlimit-upto", UP_TO).orInverted().excluding(1 << ABOVE),
            ExtensionOption.valued("hashlimit-above", ABOVE).orInverted().excluding(1 << UP_TO),
            ExtensionOption.valued("hashlimit", UP_TO).orInverted().excluding(1 << ABOVE),
            ExtensionOption.valued("hashlimit-srcmask", SOURCE_MASK),
            ExtensionOption.valued("hashlimit-dstmask", DESTINATION_MASK),
            ExtensionOption.valued("hashlimit-burst", BURST),
            ExtensionOption.valued("hashlimit-htable-size", SIZE),
            ExtensionOption.valued("hashlimit-htable-max", MAX),
            ExtensionOption.valued("hashlimit-htable-gcinterval", COLLECT),
            ExtensionOption.valued("hashlimit-htable-expire", EXPIRE),
            ExtensionOption.valued("hashlimit-mode", MODE),
            ExtensionOption.valued("hashlimit-name", NAME).required(),
            ExtensionOption.flag("hashlimit-rate-match", RATE_MATCH),
            ExtensionOption.valued("hashlimit-rate-interval", INTERVAL)
        };
    }

    @Override
    public void option(int id, String argument, boolean inverted, RuleHead head) {
        switch (id) {
            case UP_TO, ABOVE ->
                setRate(id == ABOVE ? "--hashlimit-above" : "--hashlimit-upto", argument, (id == ABOVE) != inverted);
            case MODE -> setKeys(argument);
            case SOURCE_MASK ->
                sourceLength = HostAddress.parsePrefixLength("hashlimit", "hashlimit-srcmask", argument);
            case DESTINATION_MASK ->
                destinationLength = HostAddress.parsePrefixLength("hashlimit", "hashlimit-dstmask", argument);
            case NAME -> setName(argument);
            case BURST -> {
                burst = parseBurst(argument);
                burstGiven = true;
            }
            case SIZE -> size = number("hashlimit-htable-size", argument);
            case MAX -> max = number("hashlimit-htable-max", argument);
            case COLLECT -> collectMs = number("hashlimit-htable-gcinterval", argument);
            case EXPIRE -> expireMs = number("hashlimit-htable-expire", argument);
            case RATE_MATCH -> rateMatch = true;
            default -> setInterval(argument);
        }
    }

    private static long number(String option, String argument) {
        return OptionNumber.parse("hashlimit", option, argument, 0, UINT32_MAX);
    }

    private static Refusal badValue(String option, String argument) {
        return Refusal.parameter("hashlimit: Bad value for \"" + option + "\" option: \"" + argument + "\"");
    }

    private void setRate(String option, String argument, boolean above) {
        given = true;
        this.above = above;
        average = HashLimitRate.parseBytes(argument);
        bytes = average >= 0;
        if (!bytes) {
            average = HashLimitRate.parsePackets(argument);
            unitSeconds = HashLimitRate.unitSeconds(argument);
        }
        if (average < 0) {
            throw badValue(option, argument);
        }
    }

    private void setKeys(String argument) {
        for (String word : argument.split("[,|]", -1)) {
            int found = -1;
            for (int i = 0; i < HashLimitSpec.KEYS.length; i++) {
                found = HashLimitSpec.KEYS[i].equals(word) ? i : found;
            }
            if (found < 0 && !word.isEmpty()) {
                throw badValue("--hashlimit-mode", argument);
            }
            keys |= found < 0 ? 0 : 1 << found;
        }
    }

    private void setName(String argument) {
        if (argument.isEmpty()) {
            throw Refusal.parameter("Argument must have a minimum length of 1 characters\n");
        }
        name = ProcName.cut(argument, NAME_FIELD);
    }

    private static Refusal badBurst() {
        return Refusal.parameter("bad value for option \"--hashlimit-burst\", or out of range (1-" + MAX_BURST + ").");
    }

    private static long parseBurst(String argument) {
        int end = ToolNumber.end(argument);
        BigInteger value = end == 0 ? BigInteger.ZERO : ToolNumber.parsePrefix(argument, end);
        boolean plain = end == argument.length();
        if (value.signum() == 0
                || value.compareTo(UINT64_MAX) > 0
                || (plain && value.compareTo(BigInteger.valueOf(MAX_BURST)) > 0)) {
            throw badBurst();
        }
        return value.longValue() * (plain ? 1 : HashLimitRate.factor(argument.charAt(end)));
    }

    private void setInterval(String argument) {
        long seconds = ToolNumber.leading(argument);
        if (seconds <= 0) {
            throw badValue("--hashlimit-rate-interval", argument);
        }
        interval = seconds;
    }

    @Override
    public boolean judgesFirst() {
        return true;
    }

    @Override
    public Match finish(RuleHead head) {
        if (!given) {
            throw Refusal.parameter("You have to specify --hashlimit");
        }
        if (expireMs < 0) {
            expireMs = bytes ? HashLimitRate.bytesExpireMs(burstGiven) : unitSeconds * 1000;
        }
        if (bytes) {
            burst = burstGiven ? burstsOfBytes() : 0;
        } else if (Long.compareUnsigned(burst, MAX_BURST) > 0) {
            throw badBurst();
        }
        if (rateMatch) {
            average = bytes ? average : average / unitSeconds;
            interval = interval != 0 ? interval : bytes ? 1 : unitSeconds;
        }
        return new HashLimitMatch(new HashLimitSpec(
                        above,
                        bytes,
                        keys,
                        average,
                        burst,
                        size,
                        max,
                        collectMs,
                        expireMs,
                        sourceLength,
                        destinationLength,
                        rateMatch,
                        interval,
                        name)
                .cut());
    }

    /** How often what a second lets pass may pass at once, rounded up. */
    private long burstsOfBytes() {
        long each = HashLimitRate.costToBytes(average);
        if (Long.compareUnsigned(burst, each) < 0) {
            throw Refusal.parameter("burst cannot be smaller than " + Long.toUnsignedString(each) + "b");
        }
        if (each == 0) {
            // DEVIATION: the tool divides by it, and ends by a signal.
            throw Refusal.notModelled("--hashlimit-burst of a rate below 16b/s");
        }
        return (burst & UINT32_MAX) / each + (Long.remainderUnsigned(burst, each) == 0 ? 0 : 1);
    }
}
