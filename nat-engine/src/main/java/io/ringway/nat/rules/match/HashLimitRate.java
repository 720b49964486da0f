package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.ToolNumber;
import java.util.Locale;

/** The rates of {@code -m hashlimit} in the tool's words, and what the tool makes of them (libxt_hashlimit.c). */
final class HashLimitRate {
    /** {@code XT_HASHLIMIT_SCALE_v2}. */
    static final long SCALE = 1_000_000;

    private static final long UINT32_MAX = 0xffff_ffffL;
    private static final int BYTE_SHIFT = 4;
    private static final long EXPIRE_BYTES_MS = 15_000;
    private static final long EXPIRE_BYTES_BURST_MS = 60_000;
    private static final String[] UNITS = {"day", "hour", "min", "sec"};
    private static final String[] UNIT_WORDS = {"day", "hour", "minute", "second"};
    private static final long[] UNIT_SECONDS = {86_400, 3_600, 60, 1};

    private HashLimitRate() {}

    /** What a letter behind a number stands for. */
    static long factor(char unit) {
        return unit == 'm' ? 1 << 20 : unit == 'k' ? 1 << 10 : 1;
    }

    /** The cost of 16 bytes, or -1 if the text is no rate of bytes. */
    static long parseBytes(String text) {
        int unit = text.indexOf("b/s");
        long number = ToolNumber.leading(text);
        if (unit <= 0 || number == 0) {
            return -1;
        }
        long cost = bytesToCost(number * factor(text.charAt(unit - 1)));
        if (cost == 0) {
            throw Refusal.parameter("Rate too high \"" + text + "\"");
        }
        return cost;
    }

    /** The seconds of a rate's unit, or 0 if it has none that is known. */
    static long unitSeconds(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return 1;
        }
        String word = text.substring(slash + 1).toLowerCase(Locale.ROOT);
        for (int i = UNIT_WORDS.length - 1; i >= 0 && !word.isEmpty(); i--) {
            if (UNIT_WORDS[i].startsWith(word)) {
                return UNIT_SECONDS[i];
            }
        }
        return 0;
    }

    /** A millionth of the seconds between two packets, or -1 if the text is no rate. */
    static long parsePackets(String text) {
        long seconds = unitSeconds(text);
        long number = ToolNumber.leading(text);
        if (seconds == 0 || number == 0) {
            return -1;
        }
        long period = Long.divideUnsigned(SCALE * seconds, number);
        if (period == 0) {
            throw Refusal.parameter("Rate too fast \"" + text + "\"");
        }
        return period;
    }

    static long bytesToCost(long bytes) {
        long units = bytes >>> BYTE_SHIFT & UINT32_MAX;
        return UINT32_MAX / (units + 1);
    }

    static long costToBytes(long cost) {
        return ((cost == 0 ? UINT32_MAX : Long.divideUnsigned(UINT32_MAX, cost)) - 1) << BYTE_SHIFT;
    }

    /** How many milliseconds an entry lives untouched where nothing else is said. */
    static long bytesExpireMs(boolean burst) {
        return burst ? EXPIRE_BYTES_BURST_MS : EXPIRE_BYTES_MS;
    }

    /** Appends as {@code " 5/min"}; returns that unit in milliseconds. */
    static long appendPackets(StringBuilder out, long period) {
        if (period == 0) {
            out.append(" inf");
            return 0;
        }
        int unit = 1;
        while (unit < UNITS.length) {
            long scaled = SCALE * UNIT_SECONDS[unit];
            if (period > scaled || scaled / period < scaled % period) {
                break;
            }
            unit++;
        }
        unit--;
        out.append(' ').append(SCALE * UNIT_SECONDS[unit] / period).append('/').append(UNITS[unit]);
        return UNIT_SECONDS[unit] * 1000;
    }

    /** Appends as {@code " 5kb/s --hashlimit-burst 10kb"}; returns what {@link #bytesExpireMs} says. */
    static long appendBytes(StringBuilder out, long cost, long burst, String prefix) {
        long bytes = costToBytes(cost);
        long unit = 1 << 20;
        while (unit > 1 && (bytes < unit || bytesToCost(bytes & -unit & UINT32_MAX) != cost)) {
            unit >>= 10;
        }
        out.append(' ').append(bytes / unit).append(letter(unit)).append("b/s");
        if (burst != 0) {
            bytes *= burst;
            unit = bytes >= 1 << 20 ? 1 << 20 : bytes >= 1 << 10 ? 1 << 10 : 1;
            out.append(' ').append(prefix).append("burst ");
            out.append(Long.divideUnsigned(bytes, unit)).append(letter(unit)).append('b');
        }
        return bytesExpireMs(burst != 0);
    }

    private static String letter(long unit) {
        return unit == 1 << 20 ? "m" : unit == 1 << 10 ? "k" : "";
    }
}
