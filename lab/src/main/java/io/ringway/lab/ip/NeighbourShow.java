package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.NeighbourView;

/** {@code ip [-j] [-s] neigh show [proxy] [ADDRESS] [dev X] [nud STATE]}. */
final class NeighbourShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        NeighbourFilter filter = NeighbourFilter.read(args, scene);
        NeighbourView view = new NeighbourView(filter.device() == null, options.statistics());
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        NeighbourTable table = scene.namespace().stack().neighbours();
        if (filter.isAboutProxies()) {
            for (ArpProxy.Entry entry : table.proxy().entries()) {
                if (filter.accepts(entry)) {
                    json.add(options.brief() ? NeighbourView.briefly(view.json(entry)) : view.json(entry));
                    lines.append(options.brief() ? NeighbourView.brief(view.json(entry)) : view.text(entry));
                }
            }
            return options.printed(json, lines.toString());
        }
        for (Neighbour neighbour : table.all()) {
            if (filter.accepts(neighbour)) {
                json.add(options.brief() ? NeighbourView.briefly(view.json(neighbour)) : view.json(neighbour));
                lines.append(options.brief() ? NeighbourView.brief(view.json(neighbour)) : view.text(neighbour));
            }
        }
        return options.printed(json, lines.toString());
    }
}
