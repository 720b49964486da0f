package io.ringway.lab.ip;

import io.ringway.engine.route.Routing;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip rule add SELECTOR ACTION} ({@code fib_rules.c:fib_newrule()}). */
final class RuleAdd implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "\"ip rule add\" requires arguments.");
        }
        RuleOptions options = RuleOptions.read(args);
        Routing routing = scene.namespace().stack().routing();
        int priority = options.priority() == null ? routing.rules().defaultPriority() : options.priority();
        options.checkForMaking(priority);
        int table = options.wantsUnusedTable() ? routing.rules().unusedTable() : 0;
        if (!routing.rules().add(options.toMake(priority, table))) {
            throw Words.answers(args, "File exists");
        }
        routing.changed();
        return CommandResult.SILENT;
    }
}
