package io.ringway.nat.rules.match;

import io.ringway.packet.Frame;

/**
 * One test of {@code --u32} (xt_u32.c:u32_match_it()): the word at an offset from the IP header, taken through operations,
 * lies in one of some ranges.
 *
 * @param operators {@code &}, {@code <}, {@code >} for the shifts and {@code @} for a further word; the first has none
 * @param numbers of 32 bits without sign
 * @param ranges pairs of lowest and highest value, both inclusive
 */
record U32Condition(char[] operators, long[] numbers, long[] ranges) {
    private static final long ALL = 0xffff_ffffL;
    private static final int WORD_BYTES = 4;

    /** Shifts beyond a word, which the kernel does not take. */
    boolean shiftsTooFar() {
        for (int i = 1; i < numbers.length; i++) {
            if ((operators[i] == '<' || operators[i] == '>') && numbers[i] > 31) {
                return true;
            }
        }
        return false;
    }

    boolean holds(Frame frame, int start, int lengthBytes) {
        long base = 0;
        if (numbers[0] + WORD_BYTES > lengthBytes) {
            return false;
        }
        long value = frame.u32(start + (int) numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            switch (operators[i]) {
                case '&' -> value &= numbers[i];
                case '<' -> value = value << numbers[i] & ALL;
                case '>' -> value >>>= numbers[i];
                default -> {
                    base += value;
                    if (base + numbers[i] + WORD_BYTES > lengthBytes) {
                        return false;
                    }
                    value = frame.u32(start + (int) (base + numbers[i]));
                }
            }
        }
        return isInRange(value);
    }

    private boolean isInRange(long value) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (value >= ranges[i] && value <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** As {@code 0x0>>0x16&0x3c@0x0=0x1:0x5,0x8}. */
    void append(StringBuilder out) {
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                out.append(operators[i]);
                out.append(operators[i] == '<' || operators[i] == '>' ? String.valueOf(operators[i]) : "");
            }
            appendHex(out, numbers[i]);
        }
        for (int i = 0; i < ranges.length; i += 2) {
            out.append(i == 0 ? '=' : ',');
            appendHex(out, ranges[i]);
            if (ranges[i] != ranges[i + 1]) {
                out.append(':');
                appendHex(out, ranges[i + 1]);
            }
        }
    }

    private static void appendHex(StringBuilder out, long number) {
        out.append("0x").append(Long.toHexString(number));
    }
}
