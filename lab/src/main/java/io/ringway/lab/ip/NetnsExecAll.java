package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Command;
import io.ringway.lab.command.Commands;
import io.ringway.lab.command.Scene;
import java.util.List;

/** {@code ip -all netns exec CMD}: in each named namespace, the newest first; what fails there fails nothing. */
final class NetnsExecAll {
    private NetnsExecAll() {}

    static CommandResult run(Arguments args, Scene scene) {
        if (!args.hasNext()) {
            throw args.refuse(1, "No command specified");
        }
        Command command = Commands.named(args.peek());
        if (command == null || List.of("sleep", "ping").contains(args.peek())) {
            throw args.notModelled("ip -all netns exec " + args.next());
        }
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        List<Namespace> all = scene.network().namespaces();
        for (int i = all.size() - 1; i > 0; i--) {
            out.append("\nnetns: ").append(all.get(i).name()).append('\n');
            try {
                CommandResult result = command.run(
                        args.inner(),
                        new Scene(
                                scene.network(),
                                all.get(i),
                                scene.stdin(),
                                scene.background(),
                                scene.watches(),
                                scene.protocolNames(),
                                scene.ifindex()));
                out.append(result.stdout());
                err.append(result.stderr());
            } catch (LabException refused) {
                if (refused.isBeyondModel()) {
                    throw refused;
                }
                err.append(refused.words()).append('\n');
            }
        }
        return new CommandResult(0, out.toString(), err.toString());
    }
}
