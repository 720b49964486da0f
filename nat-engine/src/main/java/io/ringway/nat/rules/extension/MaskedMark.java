package io.ringway.nat.rules.extension;

/**
 * A mark of 32 bits and which of them count.
 *
 * @param value bits outside of the mask are kept as they were given
 */
public record MaskedMark(int value, int mask) {
    public static final long MAX = 0xffff_ffffL;

    /**
     * As {@code VALUE[/MASK]} ({@code xtoptions.c:xtopt_parse_markmask()}).
     *
     * @param option as messages name it: {@code mark: … option "--mark"}
     */
    public static MaskedMark parse(String extension, String option, String text) {
        int slash = text.indexOf('/');
        int end = ToolNumber.end(text);
        long value = ToolNumber.parsePrefix(text, end, MAX);
        long mask = MAX;
        if (value >= 0 && end == slash) {
            String maskText = text.substring(slash + 1);
            int maskEnd = ToolNumber.end(maskText);
            mask = ToolNumber.parsePrefix(maskText, maskEnd, MAX);
            end += 1 + maskEnd;
        }
        if (value < 0 || mask < 0) {
            throw Refusal.parameter(
                    extension + ": bad integer value for option \"--" + option + "\", or out of range.\n");
        }
        if (end < text.length()) {
            throw Refusal.parameter(extension + ": trailing garbage after value for option \"--" + option + "\".\n");
        }
        return new MaskedMark((int) value, (int) mask);
    }

    public boolean matches(int mark) {
        return (mark & mask) == value;
    }

    /** As {@code 0x1} or {@code 0x1/0xff}. */
    @Override
    public String toString() {
        return mask == -1 ? hex(value) : hex(value) + "/" + hex(mask);
    }

    /** What MARK and CONNMARK do with it, as {@code iptables -L} words it. */
    public String operation() {
        if (value == 0) {
            return "and " + hex(~mask);
        }
        if (value == mask) {
            return "or " + hex(value);
        }
        if (mask == 0) {
            return "xor " + hex(value);
        }
        return (mask == -1 ? "set " : "xset ") + this;
    }

    public static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }
}
