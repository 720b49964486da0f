package io.ringway.lab.ip;

import io.ringway.engine.route.RouteChanges;
import io.ringway.engine.route.RouteRefusal;
import io.ringway.engine.route.RouteRequest;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip route add|change|replace|append|prepend|test|del …}: the engine checks what the kernel would. */
final class RouteChange implements Verb.Action {
    private final RouteRequest.Mode mode;

    private RouteChange(RouteRequest.Mode mode) {
        this.mode = mode;
    }

    static RouteChange making(RouteRequest.Mode mode) {
        return new RouteChange(mode);
    }

    static RouteChange removing() {
        return new RouteChange(null);
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        RouteRequest request = RouteOptions.read(args, scene, mode == null);
        RouteChanges changes = scene.namespace().stack().routing().changes();
        try {
            if (mode == null) {
                changes.remove(request);
            } else {
                changes.make(request, mode);
            }
        } catch (RouteRefusal refused) {
            throw Words.kernel(args, refused.getMessage());
        }
        return CommandResult.SILENT;
    }
}
