package io.ringway.lab.ip;

import io.ringway.engine.route.Scope;
import io.ringway.lab.command.Arguments;

/** A scope by name or number ({@code rt_names.c:rtnl_rtscope_a2n()}). */
final class ScopeWord {
    private ScopeWord() {}

    static int read(Arguments args, String whenWrong) {
        return switch (Words.value(args)) {
            case "global", "universe" -> Scope.UNIVERSE;
            case "site" -> Scope.SITE;
            case "link" -> Scope.LINK;
            case "host" -> Scope.HOST;
            case "nowhere" -> Scope.NOWHERE;
            default -> {
                Long number = Words.number(args.last());
                if (number == null || number < 0 || number > 255) {
                    throw Words.wrong(args, whenWrong);
                }
                yield number.intValue();
            }
        };
    }
}
