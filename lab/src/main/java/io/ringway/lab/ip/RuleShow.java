package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RoutingRule;
import io.ringway.engine.route.RoutingRules;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RuleView;
import java.util.List;

/** {@code ip [-d] [-j] [-N] rule show [SELECTOR]}. */
final class RuleShow implements Verb.Action {
    /** Those of IPv6, which are not modelled further: the table default is a matter of IPv4 alone. */
    private static final List<RoutingRule> FOREIGN = List.of(
            RoutingRule.lookup(0, 255, Route.PROTOCOL_KERNEL), RoutingRule.lookup(32_766, 254, Route.PROTOCOL_KERNEL));

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        RuleFilter filter = RuleFilter.read(args);
        RoutingRules rules = scene.namespace().stack().routing().rules();
        RuleView view = new RuleView(options.details(), new RouteNames(options.numeric()), rules);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (RoutingRule rule : options.family().isForeign() ? FOREIGN : rules.list()) {
            if (filter.accepts(rule)) {
                json.add(view.json(rule));
                lines.append(view.text(rule));
            }
        }
        return options.printed(json, lines.toString());
    }
}
