package io.ringway.nat.rules.extension;

import java.math.BigInteger;

/** The numbers that options take, with the words in which the tool refuses others (xtoptions.c). */
public final class OptionNumber {
    private OptionNumber() {}

    /**
     * One number ({@code xtopt_parse_int()}).
     *
     * @param max up to 32 bits
     */
    public static long parse(String extension, String option, String text, long min, long max) {
        int end = ToolNumber.end(text);
        long value = end == text.length() ? ToolNumber.parsePrefix(text, end, max) : -1;
        if (value < min) {
            throw Refusal.parameter(extension + ": bad value for option \"--" + option + "\", or out of range (" + min
                    + "-" + max + ").\n");
        }
        return value;
    }

    /** One or two numbers joined by a colon, as {@link #parseWideRange} reads them, that fit 31 bits. */
    public static int[] parseRange(String extension, String option, String text, int max) {
        long[] wide = parseWideRange(extension, option, text, max);
        return wide.length == 1 ? new int[] {(int) wide[0]} : new int[] {(int) wide[0], (int) wide[1]};
    }

    /**
     * One or two numbers joined by a colon ({@code xtopt_parse_mint()}); the first is 0 when it is left out, the second
     * {@code max}.
     *
     * @param max without sign, up to 64 bits
     * @return as many numbers as there were
     */
    public static long[] parseWideRange(String extension, String option, String text, long max) {
        int colon = text.indexOf(':');
        long low = parsePart(extension, option, text, colon < 0 ? text.length() : colon, 0, max);
        if (colon < 0) {
            return new long[] {low};
        }
        String rest = text.substring(colon + 1);
        int second = rest.indexOf(':');
        long high = parsePart(extension, option, rest, second < 0 ? rest.length() : second, max, max);
        if (second >= 0) {
            throw Refusal.parameter(extension + ": Too many components for option \"--" + option + "\" (max: 2)\n");
        }
        return new long[] {low, high};
    }

    private static long parsePart(
            String extension, String option, String text, int expectedEnd, long absent, long max) {
        if (expectedEnd == 0) {
            return absent;
        }
        int end = ToolNumber.end(text);
        BigInteger value = end == 0 ? null : ToolNumber.parsePrefix(text, end);
        if (value == null || value.compareTo(new BigInteger(Long.toUnsignedString(max))) > 0) {
            throw Refusal.parameter(extension + ": bad value for option \"--" + option + "\" near \"" + text
                    + "\", or out of range (0-" + Long.toUnsignedString(max) + ").\n");
        }
        if (end != expectedEnd) {
            throw Refusal.parameter(extension + ": Argument to \"--" + option + "\" has unexpected characters near \""
                    + text.substring(end) + "\".\n");
        }
        return value.longValue();
    }
}
