package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.ipv4.Route;
import io.ringway.engine.ipv4.Routing;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.RouteView;

/** {@code ip [-d] [-j] route show [PREFIX] [dev X] [table main|local] …}. */
final class RouteShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        RouteFilter filter = RouteFilter.read(args, scene);
        RouteView view = new RouteView(options.details(), filter.device() == null);
        Routing routing = scene.namespace().stack().routing();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Route route : filter.localTable() ? routing.localRoutes() : routing.routes()) {
            if (filter.accepts(route)) {
                json.add(view.json(route));
                lines.append(view.text(route));
            }
        }
        return options.printed(json, lines.toString());
    }
}
