package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import io.ringway.lab.show.FdbView;
import java.util.function.Predicate;

/** {@code bridge [-j] fdb show [dev X|brport X|br BRIDGE]} ({@code bridge/fdb.c:fdb_show()}). */
final class FdbShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Predicate<Device> devices = device -> true;
        boolean oneDevice = false;
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "dev", "brport" -> {
                    Device only = named(args, scene);
                    devices = devices.and(device -> device == only);
                    oneDevice = true;
                }
                case "br" -> {
                    Device bridge = named(args, scene);
                    devices = devices.and(device -> device == bridge
                            || (device.port() != null && device.port().bridge() == bridge));
                }
                default -> throw args.notModelled("bridge fdb show " + word);
            }
        }
        ArrayNode json = new FdbView(scene.namespace(), !oneDevice).json(devices);
        StringBuilder lines = new StringBuilder();
        for (JsonNode entry : json) {
            lines.append(FdbView.text(entry));
        }
        return options.printed(json, lines.toString());
    }

    private static Device named(Arguments args, Scene scene) {
        Device device = scene.namespace().device(Words.value(args));
        if (device == null) {
            throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
        }
        return device;
    }
}
