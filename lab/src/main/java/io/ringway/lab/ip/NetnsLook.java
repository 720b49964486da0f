package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import java.util.Comparator;
import java.util.List;

/** {@code ip netns list-id}, {@code identify} and {@code pids} ({@code ipnetns.c}). */
final class NetnsLook {
    private NetnsLook() {}

    /** The numbers that the namespace has for others. */
    static CommandResult listId(Arguments args, Scene scene, ShowOptions options) {
        if (args.hasNext()) {
            throw args.notModelled("ip netns list-id " + args.next());
        }
        Namespace here = scene.namespace();
        List<Namespace> known = scene.network().namespaces().stream()
                .filter(other -> here.knownIdOf(other) >= 0)
                .sorted(Comparator.comparingInt(here::knownIdOf))
                .toList();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (Namespace other : known) {
            ObjectNode entry = json.addObject().put("nsid", here.knownIdOf(other));
            text.append("nsid ").append(here.knownIdOf(other)).append(' ');
            if (other != scene.network().first()) {
                entry.put("name", other.name());
                text.append("(iproute2 netns name: ").append(other.name()).append(')');
            }
            text.append('\n');
        }
        return options.printed(json, text.toString());
    }

    /** The first namespace has no name. */
    static CommandResult identify(Arguments args, Scene scene, ShowOptions options) {
        if (args.hasNext()) {
            throw args.notModelled("ip netns identify PID");
        }
        boolean first = scene.namespace() == scene.network().first();
        return CommandResult.printed((first ? "" : scene.namespace().name()) + "\n");
    }

    /** There are no processes in a model. */
    static CommandResult pids(Arguments args, Scene scene, ShowOptions options) {
        if (!args.hasNext()) {
            throw args.refuse(1, "No netns name specified");
        }
        if (scene.named(args.next()) == null) {
            throw args.refuse(1, "Cannot open network namespace: No such file or directory");
        }
        return CommandResult.SILENT;
    }
}
