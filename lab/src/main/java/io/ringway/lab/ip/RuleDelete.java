package io.ringway.lab.ip;

import io.ringway.engine.route.Routing;
import io.ringway.engine.route.RoutingRule;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip rule del SELECTOR}: the first rule that has what was said ({@code fib_rules.c:fib_delrule()}). */
final class RuleDelete implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "\"ip rule del\" requires arguments.");
        }
        RuleOptions options = RuleOptions.read(args);
        Routing routing = scene.namespace().stack().routing();
        RoutingRule wanted = options.toRemove();
        boolean byPriority = options.priority() != null;
        boolean removed = routing.rules().remove(rule -> wanted.describes(rule, byPriority));
        routing.changed();
        if (!removed) {
            throw Words.answers(args, "No such file or directory");
        }
        return CommandResult.SILENT;
    }
}
