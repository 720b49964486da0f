package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.rules.IptablesException;

/** {@code ip6tables}: what it is told is kept as text. */
final class Ip6tablesTool implements Command {
    @Override
    public String name() {
        return "ip6tables";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        try {
            return CommandResult.printed(
                    scene.namespace().stack().netfilter().ip6Tables().run(args.rest()));
        } catch (IptablesException refused) {
            throw args.refuseAt(0, refused.exitCode(), refused.getMessage());
        }
    }
}
