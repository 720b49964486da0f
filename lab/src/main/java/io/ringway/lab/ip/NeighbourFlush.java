package io.ringway.lab.ip;

import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/**
 * {@code ip neigh flush all|dev X|ADDRESS [nud STATE]}: permanent entries stay unless they are named. What comes anew while
 * others go is flushed in another round.
 */
final class NeighbourFlush implements Verb.Action {
    private static final int MOST_ROUNDS = 10;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "Flush requires arguments.");
        }
        args.take("all");
        NeighbourFilter filter = NeighbourFilter.read(args, scene);
        NeighbourTable table = scene.namespace().stack().neighbours();
        boolean more = true;
        for (int round = 0; more && round < MOST_ROUNDS; round++) {
            more = flush(table, filter, round == 0);
        }
        return CommandResult.SILENT;
    }

    /** Whether there was anything to flush; what failed is asked for anew only by the flush itself. */
    private static boolean flush(NeighbourTable table, NeighbourFilter filter, boolean failedToo) {
        boolean any = false;
        for (Neighbour neighbour : table.inHashOrder()) {
            if (filter.flushes(neighbour) && (failedToo || neighbour.state() != NeighbourState.FAILED)) {
                table.remove(neighbour.device(), neighbour.address());
                any = true;
            }
        }
        return any;
    }
}
