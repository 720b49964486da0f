package io.ringway.conformance.compare;

import io.ringway.engine.ipv4.SnmpCounters;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** {@code nstat -asz}: each counter that the model moves is an item; the kernel's others are left out. */
final class NstatItems implements ItemReader {
    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, String> items = new TreeMap<>();
        for (String line : text.lines().toList()) {
            StringTokenizer words = new StringTokenizer(line);
            String name = words.hasMoreTokens() ? words.nextToken() : "#";
            if (SnmpCounters.isModelled(name)) {
                items.put(name, words.nextToken());
            }
        }
        return items;
    }
}
