package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.GroupView;

/** {@code ip [-4|-6|-0] [-j] [-o] maddr show [dev X]} ({@code ipmaddr.c:multiaddr_list()}). */
final class GroupShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        String wanted = null;
        while (args.hasNext()) {
            String word = args.next();
            String name = word.equals("dev") ? Words.value(args) : word;
            if (wanted != null) {
                throw Words.garbage(args, "dev");
            }
            wanted = name;
        }
        GroupView view = new GroupView(scene.namespace(), options.family());
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Device device : scene.namespace().devices()) {
            if (wanted == null || wanted.equals(device.name())) {
                ObjectNode node = view.json(device);
                if (!node.get("maddr").isEmpty()) {
                    json.add(node);
                    lines.append(GroupView.text(node, options.oneline()));
                }
            }
        }
        return options.printed(json, lines.toString());
    }
}
