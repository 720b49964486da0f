package io.ringway.nat.rules.extension;

import java.util.List;
import java.util.Map;

/**
 * Bits of the header's second byte, and which of them count, as {@code tos} and {@code TOS} take them (tos_values.c).
 *
 * @param value bits outside of the mask are kept as they were given
 */
public record TypeOfService(int value, int mask) {
    private static final int ALL = 0xff;

    /** A name leaves the bits of ECN alone, and the two above them to the value. */
    private static final int NAMED = 0x3f;

    private static final List<Map.Entry<String, Integer>> NAMES = List.of(
            Map.entry("Minimize-Delay", 0x10),
            Map.entry("Maximize-Throughput", 0x08),
            Map.entry("Maximize-Reliability", 0x04),
            Map.entry("Minimize-Cost", 0x02),
            Map.entry("Normal-Service", 0x00));

    /** As {@code VALUE[/MASK]} or a name. */
    public static TypeOfService parse(String text) {
        int end = ToolNumber.end(text);
        int value = ToolNumber.parsePrefix(text, end, ALL);
        if (value < 0) {
            return parseName(text);
        }
        int mask = ALL;
        if (text.startsWith("/", end)) {
            String maskText = text.substring(end + 1);
            int maskEnd = ToolNumber.end(maskText);
            mask = ToolNumber.parsePrefix(maskText, maskEnd, ALL);
            end += 1 + maskEnd;
        }
        if (mask < 0 || end < text.length()) {
            throw Refusal.parameter("Illegal value: \"" + text + "\"");
        }
        return new TypeOfService(value, mask);
    }

    private static TypeOfService parseName(String text) {
        for (Map.Entry<String, Integer> name : NAMES) {
            if (name.getKey().equalsIgnoreCase(text)) {
                return new TypeOfService(name.getValue(), NAMED);
            }
        }
        throw Refusal.parameter("Symbolic name \"" + text + "\" is unknown");
    }

    /** The name, or null when there is none. */
    public String name() {
        for (Map.Entry<String, Integer> name : NAMES) {
            if (mask == NAMED && name.getValue() == value) {
                return name.getKey();
            }
        }
        return null;
    }

    public static String hex(int bits) {
        return String.format("0x%02x", bits);
    }

    /** As {@code 0x10/0xff}. */
    @Override
    public String toString() {
        return hex(value) + "/" + hex(mask);
    }
}
