package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.route.Route;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import java.util.List;

/** {@code ip [-d] [-j] [-o] [-N] route show [PREFIX] [dev X] [table N|all] …}. */
final class RouteShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        RouteFilter filter = RouteFilter.read(args, scene);
        RouteView view =
                new RouteView(options.details(), options.oneline(), new RouteNames(options.numeric()), filter.hidden());
        List<Route> routes = filter.of(scene.namespace().stack().routing());
        if (routes == null) {
            throw Words.kernel(args, "Error: ipv4: FIB table does not exist.\nDump terminated");
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Route route : routes) {
            json.add(view.json(route));
            lines.append(view.text(route));
        }
        return options.printed(json, lines.toString());
    }
}
