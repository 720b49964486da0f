package io.ringway.conformance.compare;

import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;

/**
 * {@code conntrack -S}: what was counted, of all processors together. How often the kernel searched again because the table
 * changed meanwhile is left out, and so is what a chain that grew too long refused: both hang on the hash's key.
 */
final class TrackingCounts implements ItemReader {
    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, Long> sums = new TreeMap<>();
        StringTokenizer words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int equals = word.indexOf('=');
            String name = word.substring(0, equals);
            if (isCompared(name)) {
                sums.merge(name, Long.parseLong(word.substring(equals + 1)), Long::sum);
            }
        }
        SortedMap<String, String> items = new TreeMap<>();
        sums.forEach((name, sum) -> items.put(name, Long.toString(sum)));
        return items;
    }

    private static boolean isCompared(String name) {
        return switch (name) {
            case "found", "invalid", "insert", "insert_failed", "drop", "early_drop", "error", "clash_resolve" -> true;
            default -> false;
        };
    }
}
