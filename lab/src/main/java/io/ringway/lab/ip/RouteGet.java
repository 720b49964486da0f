package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.InputLookup;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteError;
import io.ringway.lab.CommandResult;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.RouteAnswer;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import java.util.Set;

/** {@code ip route get ADDRESS …}: as a packet of this host, or as one that comes in ({@code route.c:inet_rtm_getroute()}). */
final class RouteGet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (show.statistics()) {
            throw args.notModelled("ip -s route get");
        }
        RouteQuestion question = RouteQuestion.read(args, scene);
        Ipv4Stack stack = scene.namespace().stack();
        Flow flow = question.flow();
        RouteAnswer answer;
        Route route;
        if (question.in() == null) {
            OutputRoute way = stack.newOutputRoute();
            RouteError error = way.find(flow, false);
            if (error != null) {
                throw Words.answers(args, error.words());
            }
            route = way.route() == null ? null : way.route().seenIn(way.table());
            answer = RouteAnswer.of(way, route, flow, question);
        } else {
            InputLookup lookup = stack.newInputLookup();
            InputLookup.Verdict verdict = lookup.find(question.in(), flow, null);
            check(args, lookup, verdict);
            route = lookup.result().route();
            route = route == null ? null : route.seenIn(lookup.result().table());
            Device loopback = scene.namespace().device(1);
            answer = RouteAnswer.of(lookup, route, verdict, loopback, question);
        }
        RouteNames names = new RouteNames(show.numeric());
        if (question.fibMatch()) {
            return match(args, show, names, route);
        }
        String text = show.json() ? "[" + answer.json(names, show.details()) + "]\n" : answer.text(names, show);
        return new CommandResult(0, question.connected() ? text + text : text, question.warning());
    }

    private static void check(Arguments args, InputLookup lookup, InputLookup.Verdict verdict) {
        if (verdict == InputLookup.Verdict.MARTIAN) {
            throw Words.answers(args, RouteError.INVALID.words());
        }
        if (verdict == InputLookup.Verdict.UNREACHABLE) {
            throw Words.answers(args, lookup.error().words());
        }
    }

    private static CommandResult match(Arguments args, ShowOptions show, RouteNames names, Route route) {
        if (route == null) {
            throw noRoute(args);
        }
        RouteView view = new RouteView(show.details(), show.oneline(), names, Set.of());
        return CommandResult.printed(show.json() ? "[" + view.json(route) + "]\n" : view.text(route));
    }

    private static LabException noRoute(Arguments args) {
        return Words.answers(args, RouteError.HOST_UNREACHABLE.words());
    }
}
