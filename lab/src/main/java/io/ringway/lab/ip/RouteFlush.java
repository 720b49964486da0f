package io.ringway.lab.ip;

import io.ringway.engine.route.Route;
import io.ringway.engine.route.Routing;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.List;

/** {@code ip route flush SELECTOR}. */
final class RouteFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "\"ip route flush\" requires arguments.");
        }
        RouteFilter filter = RouteFilter.read(args, scene);
        Routing routing = scene.namespace().stack().routing();
        if (filter.ofNothing()) {
            return CommandResult.SILENT;
        }
        List<Route> routes = filter.of(routing);
        if (routes == null) {
            throw Words.kernel(args, "Error: ipv4: FIB table does not exist.\nFlush terminated");
        }
        routing.changes().removeAll(filter::accepts);
        return CommandResult.SILENT;
    }
}
