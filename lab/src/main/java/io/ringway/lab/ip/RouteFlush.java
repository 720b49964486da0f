package io.ringway.lab.ip;

import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip route flush SELECTOR}: of table main. */
final class RouteFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "\"ip route flush\" requires arguments.");
        }
        if (args.take("cache")) {
            return CommandResult.SILENT;
        }
        RouteFilter filter = RouteFilter.read(args, scene);
        if (filter.localTable()) {
            throw args.notModelled("flushing table local");
        }
        scene.namespace().stack().routing().removeRoutes(filter::accepts);
        return CommandResult.SILENT;
    }
}
