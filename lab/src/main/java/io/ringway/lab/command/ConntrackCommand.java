package io.ringway.lab.command;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.nat.conntrack.tool.ConntrackAnswer;
import io.ringway.nat.conntrack.tool.ConntrackTool;

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
}
