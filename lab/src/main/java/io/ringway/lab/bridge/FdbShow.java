package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import io.ringway.lab.show.FdbView;
import java.util.function.Predicate;

/** {@code bridge [-j] [-s] fdb show [dev X|brport X|br BRIDGE] [state S] [dynamic]} ({@code bridge/fdb.c:fdb_show()}). */
final class FdbShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Predicate<Device> devices = device -> true;
        boolean oneDevice = false;
        String state = null;
        boolean dynamic = false;
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "dev", "brport" -> {
                    Device only = named(args, scene);
                    devices = devices.and(device -> device == only);
                    oneDevice = true;
                }
                case "br" -> {
                    Device bridge = FdbGet.bridge(args, scene);
                    devices = devices.and(device -> device == bridge
                            || (device.port() != null && device.port().bridge() == bridge));
                }
                case "state" -> state = state(args);
                case "dynamic" -> dynamic = true;
                case "vlan" -> throw args.notModelled("bridge fdb show vlan");
                case "dst", "vni", "port", "via", "src_vni" -> throw args.notModelled("bridge fdb show " + word);
                default -> {
                    // The tool takes a word that it does not know for nothing.
                }
            }
        }
        FdbView view = new FdbView(scene.network(), scene.namespace(), !oneDevice, options.statistics());
        return printed(select(view.json(devices), state, dynamic), options);
    }

    /** @param state null for any */
    private static ArrayNode select(ArrayNode entries, String state, boolean dynamic) {
        ArrayNode json = state == null ? entries : select(entries, entry -> matches(entry, state));
        return dynamic ? select(json, entry -> !matches(entry, "permanent")) : json;
    }

    private static CommandResult printed(ArrayNode json, ShowOptions options) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode entry : json) {
            lines.append(FdbView.text(entry));
        }
        return options.printed(json, lines.toString());
    }

    private static ArrayNode select(ArrayNode entries, Predicate<JsonNode> which) {
        ArrayNode selected = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : entries) {
            if (which.test(entry)) {
                selected.add(entry);
            }
        }
        return selected;
    }

    private static boolean matches(JsonNode entry, String state) {
        return state.equals("all") || entry.get("state").asText().equals(state);
    }

    /** The word that the entry's line ends with; "" is what is called reachable. */
    private static String state(Arguments args) {
        return switch (Words.value(args)) {
            case "permanent" -> "permanent";
            case "static", "temp" -> "static";
            case "stale" -> "stale";
            case "reachable" -> "";
            case "all" -> "all";
            default -> throw Words.wrong(args, "invalid state");
        };
    }

    private static Device named(Arguments args, Scene scene) {
        Device device = scene.namespace().device(Words.value(args));
        if (device == null) {
            throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
        }
        return device;
    }
}
