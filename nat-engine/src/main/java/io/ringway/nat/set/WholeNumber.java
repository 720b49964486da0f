package io.ringway.nat.set;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as ipset reads them: strtoull(3) in base 0, where a minus sign wraps round. */
final class WholeNumber {
    static final long MAX_32 = 0xffff_ffffL;
    static final int MAX_16 = 0xffff;
    static final int MAX_8 = 0xff;

    private static final Pattern FORM = Pattern.compile("\\s*([+-]?)(0[xX]([0-9a-fA-F]+)|[0-9]+)");
    private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final BigInteger MAX_64 = WRAP.subtract(BigInteger.TWO);

    private WholeNumber() {}

    /** What is wrong with it, in ipset's words; null for a number from 0 to {@code max}. */
    static String problem(String text, long max) {
        BigInteger value = value(text);
        if (value == null) {
            return "'" + text + "' is invalid as number";
        }
        BigInteger limit = limit(max);
        return value.signum() < 0 || value.compareTo(limit) > 0 ? "'" + text + "' is out of range 0-" + limit : null;
    }

    private static BigInteger limit(long max) {
        return max < 0 ? MAX_64 : BigInteger.valueOf(max);
    }

    /** A number up to {@code max}; -1 allows all of 64 bits but the highest. */
    static long parse(String text, long max) {
        String problem = problem(text, max);
        if (problem != null) {
            throw SetRefusal.syntax(problem);
        }
        return value(text).longValue();
    }

    private static BigInteger value(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String digits = matcher.group(2);
        if (matcher.group(3) == null && digits.startsWith("0") && !digits.matches("[0-7]+")) {
            return null;
        }
        BigInteger value = matcher.group(3) != null
                ? new BigInteger(matcher.group(3), 16)
                : new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
        boolean negative = matcher.group(1).equals("-");
        return negative && value.signum() > 0 && value.compareTo(WRAP) < 0 ? WRAP.subtract(value) : value;
    }
}
