package io.ringway.conformance.compare;

import java.util.List;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** {@code conntrack -L}: a connection is named by its protocol, name and number, and its original tuple, in no order. */
final class ConntrackItems implements ItemReader {
    private static final List<String> ZONES = List.of("zone", "zone-orig", "zone-reply");

    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, String> items = new TreeMap<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                readLine(line, items);
            }
        }
        return items;
    }

    private static void readLine(String line, SortedMap<String, String> items) {
        SortedMap<String, String> fields = new TreeMap<>();
        StringTokenizer words = new StringTokenizer(line);
        String protocol = words.nextToken();
        StringBuilder original = new StringBuilder(protocol).append(' ').append(words.nextToken());
        fields.put("timeout", words.nextToken());
        StringBuilder reply = new StringBuilder();
        int sources = 0;
        StringBuilder flags = new StringBuilder();
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (word.startsWith("[")) {
                flags.append(word);
            } else if (equals < 0) {
                fields.put("state", word);
            } else if (isTuple(name)) {
                sources += name.equals("src") ? 1 : 0;
                (sources == 1 ? original : reply).append(' ').append(word);
            } else {
                fields.put(name, word.substring(equals + 1));
            }
        }
        fields.put("flags", flags.toString());
        fields.put("reply", reply.toString().strip());
        for (String zone : ZONES) {
            if (fields.containsKey(zone)) {
                original.append(' ').append(zone).append('=').append(fields.get(zone));
            }
        }
        fields.forEach((field, value) -> items.put(original + "/" + field, value));
    }

    private static boolean isTuple(String name) {
        return switch (name) {
            case "src", "dst", "sport", "dport", "srckey", "dstkey", "type", "code", "id" -> true;
            default -> false;
        };
    }
}
