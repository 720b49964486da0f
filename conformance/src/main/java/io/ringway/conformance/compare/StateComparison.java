package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what the tools show on both sides, item by item, but for what a {@link StateRule} excuses. */
public final class StateComparison {
    private static final Map<String, ItemReader> READERS = Map.ofEntries(
            Map.entry("iptables", new IptablesItems()),
            Map.entry("ipset", new IpsetItems()),
            Map.entry("nstat", new NstatItems()),
            Map.entry("conntrack", new ConntrackItems()),
            Map.entry("conntrack-S", new TrackingCounts()),
            Map.entry("link", new JsonItems("ifname")),
            Map.entry("neigh", new JsonItems("dst", "dev")),
            Map.entry("fdb", new JsonItems("mac", "ifname", "vlan", "flags", "dst")),
            Map.entry("rule", new JsonItems("priority", "src", "srclen", "fwmark")),
            Map.entry("route", new JsonItems("type", "dst", "dev", "gateway", "metric")),
            Map.entry("muted", text -> new TreeMap<>(Map.of("packets", text))));

    private final List<StateRule> rules;
    private final Explanations explanations;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Long> excused = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    public StateComparison(List<StateRule> rules) {
        this(rules, Explanations.none());
    }

    public StateComparison(List<StateRule> rules, Explanations explanations) {
        this.rules = List.copyOf(rules);
        this.explanations = explanations;
    }

    /** Compares one part of a namespace's state. */
    public void compare(String namespace, String key, String kernel, String model) {
        ItemReader reader = READERS.get(key);
        SortedMap<String, String> kernels = reader.read(kernel);
        SortedMap<String, String> models = reader.read(model);
        TreeSet<String> names = new TreeSet<>(kernels.keySet());
        names.addAll(models.keySet());
        Tally tally = tallies.computeIfAbsent(namespace + " " + key, name -> new Tally());
        for (String name : names) {
            String left = kernels.get(name);
            String right = models.get(name);
            boolean differs = left == null || !left.equals(right);
            if (differs && isExcused(key, name, left, right)) {
                continue;
            }
            differs = differs && !explanations.explainsItem(namespace, key, name, kernels, models);
            tally.add(differs);
            if (differs) {
                differences.add(
                        namespace + " " + key + ": " + name + ": kernel " + shown(left) + ", model " + shown(right));
            }
        }
    }

    private boolean isExcused(String key, String item, String kernel, String model) {
        for (StateRule rule : rules) {
            if (rule.excuses(key, item, kernel, model)) {
                excused.merge(rule.name(), 1L, Long::sum);
                return true;
            }
        }
        return false;
    }

    private static String shown(String value) {
        return value == null ? "has none" : value;
    }

    /** By namespace and key. */
    public Map<String, Tally> tallies() {
        return tallies;
    }

    /** One line each. */
    public List<String> differences() {
        return differences;
    }

    /** How often each rule was applied. */
    public Map<String, Long> excused() {
        return excused;
    }
}
