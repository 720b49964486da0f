package io.ringway.lab.command;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.nat.conntrack.tool.ConntrackAnswer;
import io.ringway.nat.conntrack.tool.ConntrackTool;
import io.ringway.nat.conntrack.tool.EventWatch;

/** {@code conntrack}, as nat-engine reads it; {@code -R -} takes its heredoc. */
final class ConntrackCommand implements Command {
    private static final int WRONG_USAGE = 2;

    @Override
    public String name() {
        return "conntrack";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        Namespace namespace = scene.namespace();
        if (ConntrackTool.asksForEvents(args.rest())) {
            return events(args, scene);
        }
        ConntrackAnswer answer;
        try {
            answer = ConntrackTool.run(
                    args.rest(),
                    scene.stdin(),
                    namespace.stack().netfilter().ctnetlink(),
                    scene.network().kernel().wallNs());
        } catch (IllegalArgumentException beyond) {
            throw args.notModelled("conntrack: " + beyond.getMessage());
        }
        if (answer.exitCode() == WRONG_USAGE && answer.stdout().isEmpty()) {
            throw args.refuseAt(0, answer.exitCode(), answer.stderr().stripTrailing());
        }
        return new CommandResult(answer.exitCode(), answer.stdout(), answer.stderr());
    }

    private static CommandResult events(Arguments args, Scene scene) {
        EventWatch watch = watch(args, scene);
        if (!scene.background()) {
            watch.close();
            throw args.notModelled("conntrack -E that nothing ends (write timeout N before it, or & behind it)");
        }
        scene.watches().add(watch, Long.MAX_VALUE);
        return CommandResult.SILENT;
    }

    /** Opens {@code conntrack -E}; the cursor stands behind the tool's name. */
    static EventWatch watch(Arguments args, Scene scene) {
        try {
            return EventWatch.open(
                    args.rest(),
                    scene.namespace().stack().netfilter().connections(),
                    scene.network().kernel()::wallNs);
        } catch (EventWatch.Refused refused) {
            throw args.refuseAt(0, refused.exitCode(), refused.getMessage().stripTrailing());
        }
    }
}
