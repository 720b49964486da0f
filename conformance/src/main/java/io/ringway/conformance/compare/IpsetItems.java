package io.ringway.conformance.compare;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ipset save}: a set's header and each of its members is an item. The seed of a hash is drawn at random, unless the lab
 * gives it, and orders the members: neither counts, but in lists of sets.
 */
final class IpsetItems implements ItemReader {
    private static final Pattern TIMEOUT = Pattern.compile(" timeout (\\d+)");

    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, String> items = new TreeMap<>();
        Map<String, Integer> lists = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("create ")) {
                items.put(words[1] + "/set", line.replaceAll(" initval 0x[0-9a-f]+", ""));
                if (words[2].equals("list:set")) {
                    lists.put(words[1], 0);
                }
            } else if (line.startsWith("add ")) {
                Integer place = lists.computeIfPresent(words[1], (name, count) -> count + 1);
                readMember(words, place == null ? words[2] : String.format("%04d", place), items);
            }
        }
        return items;
    }

    private static void readMember(String[] words, String name, SortedMap<String, String> items) {
        String rest = words.length < 4 ? "" : " " + words[3];
        Matcher timeout = TIMEOUT.matcher(rest);
        String item = words[1] + " " + name;
        if (timeout.find()) {
            items.put(item + "/timeout", timeout.group(1));
        }
        items.put(item + "/member", words[2] + timeout.replaceFirst(""));
    }
}
