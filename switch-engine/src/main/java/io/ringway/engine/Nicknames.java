package io.ringway.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Other names by which users may call namespaces: of containers in them, and ids of these, which may be cut short. */
public final class Nicknames {
    private static final String ID = "[0-9a-f]{64}";

    private final TreeMap<String, String> names = new TreeMap<>();

    /** @param aliases each with the name of the namespace that it stands for; one that is there already stays */
    public void add(Map<String, String> aliases) {
        aliases.forEach(names::putIfAbsent);
    }

    /** Those of a namespace, in their order. */
    public List<String> of(String namespace) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name of the namespace; null when nobody is called so, or several could be meant. */
    String namespaceOf(String nickname) {
        String exact = names.get(nickname);
        if (exact != null || !nickname.matches("[0-9a-f]{1,64}")) {
            return exact;
        }
        TreeSet<String> found = new TreeSet<>();
        names.subMap(nickname, nickname + 'g').forEach((name, namespace) -> {
            if (name.matches(ID)) {
                found.add(namespace);
            }
        });
        return found.size() == 1 ? found.first() : null;
    }
}
