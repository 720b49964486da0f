package io.ringway.conformance.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code iptables-save -c}: each chain's policy and each rule with its counters is an item, a rule by its number. The
 * comment lines, which hold the date, are left out.
 */
final class IptablesItems implements ItemReader {
    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, String> items = new TreeMap<>();
        Map<String, Integer> rules = new HashMap<>();
        String table = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("*")) {
                table = line.substring(1);
                items.put(table, "table");
            } else if (line.startsWith(":")) {
                String chain = line.substring(1, line.indexOf(' '));
                items.put(table + " " + chain + " policy", line);
            } else if (line.contains("-A ")) {
                String afterA = line.substring(line.indexOf("-A ") + 3);
                int space = afterA.indexOf(' ');
                String chain = table + " " + (space < 0 ? afterA : afterA.substring(0, space));
                int number = rules.merge(chain, 1, Integer::sum);
                items.put(String.format("%s rule %04d", chain, number), line);
            }
        }
        return items;
    }
}
