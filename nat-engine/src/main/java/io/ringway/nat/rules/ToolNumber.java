package io.ringway.nat.rules;

/** Numbers as {@code strtoul(…, 0)} reads them: decimal, octal after 0, hexadecimal after 0x. */
final class ToolNumber {
    private ToolNumber() {}

    /** The number, or -1 unless all of {@code text} is one from 0 to {@code max}. */
    static int parse(String text, int max) {
        int end = end(text);
        return end == text.length() ? parsePrefix(text, end, max) : -1;
    }

    /** Where the number at the start of {@code text} ends; 0 when there is none. */
    static int end(String text) {
        int radix = radix(text);
        int at = radix == 16 ? 2 : 0;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0 && text.charAt(at) < 128) {
            at++;
        }
        return at;
    }

    /** The number in the first {@code end} characters, or -1 when there is none up to {@code max}. */
    static int parsePrefix(String text, int end, int max) {
        if (end == 0) {
            return -1;
        }
        int radix = radix(text);
        String digits = text.substring(radix == 16 ? 2 : 0, end);
        if (digits.length() > 12) {
            return -1;
        }
        long value = Long.parseLong(digits, radix);
        return value <= max ? (int) value : -1;
    }

    private static int radix(String text) {
        if (!text.startsWith("0") || text.length() == 1) {
            return 10;
        }
        boolean hex = (text.charAt(1) == 'x' || text.charAt(1) == 'X')
                && text.length() > 2
                && Character.digit(text.charAt(2), 16) >= 0;
        return hex ? 16 : 8;
    }
}
