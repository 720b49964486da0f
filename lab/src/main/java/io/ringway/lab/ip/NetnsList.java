package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.List;

/** {@code ip netns list}: the newest first, as a tmpfs on /run/netns lists its files. */
final class NetnsList implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        List<Namespace> all = scene.network().namespaces();
        for (int i = all.size() - 1; i > 0; i--) {
            Namespace namespace = all.get(i);
            int id = scene.namespace().knownIdOf(namespace);
            ObjectNode entry = json.addObject().put("name", namespace.name());
            text.append(namespace.name());
            if (id >= 0) {
                entry.put("id", id);
                text.append(" (id: ").append(id).append(')');
            }
            text.append('\n');
        }
        return options.printed(json, text.toString());
    }
}
