package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.engine.device.Device;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.lab.show.FdbView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What bridges and tunnels know and do not know by themselves: given by hand or learned, oldest first. */
final class FdbSteps implements Step {
    private static final String COMMAND = "bridge -j -d fdb show";

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Section section = namespace.section(COMMAND);
        if (section == null || !section.worked()) {
            return;
        }
        Set<String> there = new HashSet<>();
        new FdbView(model.network(), model.built(namespace), true, false)
                .json(device -> true)
                .forEach(entry -> there.add(key(entry)));
        List<JsonNode> entries = new ArrayList<>(section.objects());
        Collections.reverse(entries);
        for (JsonNode entry : entries) {
            if (!entry.has("vlan") && !there.contains(key(entry))) {
                add(section, entry, namespace, model);
            }
        }
    }

    /** All that tells one entry from another: a tunnel may have several remotes of one address. */
    private static String key(JsonNode entry) {
        StringBuilder key = new StringBuilder();
        for (String member : List.of("mac", "ifname", "master", "dst", "port", "vni", "viaIf", "state")) {
            key.append(entry.path(member).asText()).append(' ');
        }
        return key.toString();
    }

    private static void add(Section section, JsonNode entry, RecordedNamespace namespace, Reconstruction model) {
        Device device = model.built(namespace).device(entry.path("ifname").asText());
        if (device == null) {
            return;
        }
        boolean tunnel = device instanceof Vxlan && entry.has("dst");
        boolean ofBridge = entry.has("master") && device.port() != null;
        if (tunnel) {
            model.run(section, namespace, tunnelled(entry));
        } else if (ofBridge) {
            model.run(section, namespace, bridged(entry));
        }
    }

    private static List<String> bridged(JsonNode entry) {
        List<String> words = start("replace", entry);
        words.add("master");
        words.add(state(entry, "local"));
        flags(words, entry);
        return words;
    }

    private static List<String> tunnelled(JsonNode entry) {
        List<String> words = start("append", entry);
        for (String[] each : new String[][] {{"dst", "dst"}, {"port", "port"}, {"vni", "vni"}, {"via", "viaIf"}}) {
            if (entry.has(each[1])) {
                words.addAll(List.of(each[0], entry.get(each[1]).asText()));
            }
        }
        words.add("self");
        words.add(state(entry, "permanent"));
        flags(words, entry);
        return words;
    }

    private static List<String> start(String verb, JsonNode entry) {
        return new ArrayList<>(List.of(
                "bridge",
                "fdb",
                verb,
                entry.path("mac").asText(),
                "dev",
                entry.path("ifname").asText()));
    }

    private static String state(JsonNode entry, String permanent) {
        return switch (entry.path("state").asText()) {
            case "permanent" -> permanent;
            case "static" -> "static";
            default -> "dynamic";
        };
    }

    private static void flags(List<String> words, JsonNode entry) {
        for (JsonNode flag : entry.path("flags")) {
            if (flag.asText().equals("sticky") || flag.asText().equals("extern_learn")) {
                words.add(flag.asText());
            }
        }
    }
}
