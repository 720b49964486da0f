package io.ringway.nat.conntrack.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as C's {@code strtoul()}, {@code atol()} and {@code atoi()} take them: as far as they go, 0 for none. */
final class Numbers {
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    private Numbers() {}

    /** {@code strtoul(…, 0)}: hexadecimal behind 0x, octal behind 0. */
    static long any(String word) {
        int end = length(word);
        String digits = word.substring(0, end).strip();
        boolean negative = digits.startsWith("-");
        digits = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = radix(digits);
        digits = radix == HEX ? digits.substring(2) : digits;
        if (digits.isEmpty()) {
            return 0;
        }
        long value = digits.length() > HEX ? Long.MAX_VALUE : Long.parseUnsignedLong(digits, radix);
        return negative ? -value : value;
    }

    private static int radix(String digits) {
        if (digits.matches("0[xX][0-9a-fA-F].*")) {
            return HEX;
        }
        return digits.startsWith("0") ? OCTAL : DECIMAL;
    }

    /** How much of a word belongs to the number at its start. */
    static int length(String word) {
        Matcher matcher = Pattern.compile("\\s*[-+]?(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)")
                .matcher(word);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    static boolean startsAsNumber(String word) {
        return length(word) > 0;
    }

    /** {@code atol()}. */
    static long decimal(String word) {
        Matcher matcher = Pattern.compile("\\s*([-+]?[0-9]{1,18})").matcher(word);
        return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
