package io.ringway.lab.ip;

import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip neigh flush all|dev X|ADDRESS [nud STATE]}: permanent entries stay unless they are named. */
final class NeighbourFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "Flush requires arguments.");
        }
        args.take("all");
        NeighbourFilter filter = NeighbourFilter.read(args, scene);
        NeighbourTable table = scene.namespace().stack().neighbours();
        for (Neighbour neighbour : table.all()) {
            if (filter.flushes(neighbour)) {
                table.remove(neighbour.device(), neighbour.address());
            }
        }
        return CommandResult.SILENT;
    }
}
