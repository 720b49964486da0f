package io.ringway.lab.ip;

import io.ringway.engine.route.Routing;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip rule flush [SELECTOR]}: takes the rules of {@code main} and {@code default} as well. */
final class RuleFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        RuleFilter filter = RuleFilter.read(args);
        Routing routing = scene.namespace().stack().routing();
        while (routing.rules().remove(filter::flushes)) {
            routing.changed();
        }
        return CommandResult.SILENT;
    }
}
