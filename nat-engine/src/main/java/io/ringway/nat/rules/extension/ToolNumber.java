package io.ringway.nat.rules.extension;

import java.math.BigInteger;

/**
 * Numbers as {@code xtables_strtoul(…, 0)} reads them: decimal, octal after 0, hexadecimal after 0x; blanks and one plus
 * sign may stand before them.
 */
public final class ToolNumber {
    private ToolNumber() {}

    /** The number, or -1 unless all of {@code text} is one from 0 to {@code max}. */
    public static int parse(String text, int max) {
        int end = end(text);
        return end == text.length() ? parsePrefix(text, end, max) : -1;
    }

    /** Where the number at the start of {@code text} ends; 0 when there is none. */
    public static int end(String text) {
        int start = start(text);
        int radix = radix(text, start);
        int first = radix == 16 ? start + 2 : start;
        int at = first;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0 && text.charAt(at) < 128) {
            at++;
        }
        return at == first ? 0 : at;
    }

    /** The number in the first {@code end} characters, or -1 when there is none up to {@code max}. */
    public static int parsePrefix(String text, int end, int max) {
        return (int) parsePrefix(text, end, (long) max);
    }

    /** As {@link #parsePrefix(String, int, int)}, for numbers of up to 32 bits. */
    public static long parsePrefix(String text, int end, long max) {
        if (end == 0) {
            return -1;
        }
        int start = start(text);
        int radix = radix(text, start);
        String digits = text.substring(radix == 16 ? start + 2 : start, end);
        if (digits.length() > 12) {
            return -1;
        }
        long value = Long.parseLong(digits, radix);
        return value <= max ? value : -1;
    }

    /** The number in the first {@code end} characters, of which there is at least one, however large. */
    public static BigInteger parsePrefix(String text, int end) {
        int start = start(text);
        int radix = radix(text, start);
        return new BigInteger(text.substring(radix == 16 ? start + 2 : start, end), radix);
    }

    /** The number at the start, as {@code atoll()}: 0 where there is none, the nearest where it is too large. */
    public static long leading(String text) {
        String stripped = text.stripLeading();
        int end = stripped.startsWith("-") || stripped.startsWith("+") ? 1 : 0;
        int first = end;
        while (end < stripped.length() && stripped.charAt(end) >= '0' && stripped.charAt(end) <= '9') {
            end++;
        }
        if (end == first) {
            return 0;
        }
        BigInteger number = new BigInteger(stripped.substring(0, end));
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        return number.max(least).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    private static int start(String text) {
        int at = 0;
        while (at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '+' ? at + 1 : at;
    }

    private static int radix(String text, int start) {
        if (!text.startsWith("0", start) || text.length() == start + 1) {
            return 10;
        }
        char second = text.charAt(start + 1);
        boolean hex = (second == 'x' || second == 'X')
                && text.length() > start + 2
                && Character.digit(text.charAt(start + 2), 16) >= 0;
        return hex ? 16 : 8;
    }
}
