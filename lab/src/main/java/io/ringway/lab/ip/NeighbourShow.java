package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.NeighbourView;

/** {@code ip [-j] neigh show [ADDRESS] [dev X]}. */
final class NeighbourShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        if (options.statistics()) {
            throw args.notModelled("ip -s neigh");
        }
        NeighbourFilter filter = NeighbourFilter.read(args, scene);
        NeighbourView view = new NeighbourView(filter.device() == null);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Neighbour neighbour : scene.namespace().stack().neighbours().list()) {
            if (filter.accepts(neighbour)) {
                json.add(view.json(neighbour));
                lines.append(view.text(neighbour));
            }
        }
        return options.printed(json, lines.toString());
    }
}
