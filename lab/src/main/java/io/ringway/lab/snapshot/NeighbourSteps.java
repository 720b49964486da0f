package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The neighbours whose MAC is known; one that is being asked again counts as stale: no command starts a question. */
final class NeighbourSteps implements Step {
    static final String COMMAND = "ip -4 -j neigh show nud all";
    private static final String PROXIES = "ip -4 -j neigh show proxy";

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Section section = namespace.section(COMMAND);
        if (section != null && section.worked()) {
            section.objects().forEach(each -> neighbour(section, each, namespace, model));
        }
        Section proxies = namespace.section(PROXIES);
        if (proxies != null && proxies.worked()) {
            proxies.objects().forEach(each -> proxy(proxies, each, namespace, model));
        }
    }

    private static void neighbour(Section section, JsonNode entry, RecordedNamespace namespace, Reconstruction model) {
        String state = state(entry);
        RecordedLink link = namespace.link(entry.path("dev").asText());
        boolean ethernet = link != null && link.isEthernet();
        if (state.isEmpty() || !entry.has("lladdr") || !ethernet || isOfGroup(entry)) {
            return;
        }
        List<String> words = new ArrayList<>(
                List.of("ip", "neigh", "replace", entry.path("dst").asText()));
        words.addAll(List.of("lladdr", entry.get("lladdr").asText(), "nud", state));
        words.addAll(List.of("dev", link.name()));
        for (String flag : new String[] {"router", "extern_learn"}) {
            if (entry.has(flag)) {
                words.add(flag);
            }
        }
        if (entry.has("protocol")) {
            words.addAll(List.of("protocol", entry.get("protocol").asText()));
        }
        model.run(section, namespace, words);
    }

    /** "" for one that is not known. */
    private static String state(JsonNode entry) {
        String state = entry.path("state").path(0).asText().toLowerCase(Locale.ROOT);
        return switch (state) {
            case "permanent", "reachable", "noarp", "stale" -> state;
            case "delay", "probe" -> "stale";
            default -> "";
        };
    }

    /** Made by the kernel itself when something is sent to a group or to all ({@code arp.c:arp_constructor()}). */
    private static boolean isOfGroup(JsonNode entry) {
        String mac = entry.path("lladdr").asText();
        boolean group = mac.matches("[0-9a-f][13579bdf]:.*");
        return group && entry.path("state").path(0).asText().equals("NOARP");
    }

    private static void proxy(Section section, JsonNode entry, RecordedNamespace namespace, Reconstruction model) {
        List<String> words = new ArrayList<>(
                List.of("ip", "neigh", "add", "proxy", entry.path("dst").asText()));
        if (entry.has("dev")) {
            words.addAll(List.of("dev", entry.get("dev").asText()));
        }
        model.run(section, namespace, words);
    }
}
