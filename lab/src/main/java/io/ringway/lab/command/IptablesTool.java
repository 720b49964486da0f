package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.Netfilter;
import io.ringway.nat.rules.IptablesCommand;
import io.ringway.nat.rules.IptablesException;

/** {@code iptables}, as nat-engine reads it. */
final class IptablesTool implements Command {
    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        int first = args.taken();
        try {
            Netfilter netfilter = scene.namespace().stack().netfilter();
            IptablesCommand command = IptablesCommand.parse(args.rest(), netfilter.sets());
            command = scene.protocolNames() ? command.withProtocolNames() : command;
            return new CommandResult(0, command.run(netfilter), command.warnings());
        } catch (IptablesException refused) {
            throw args.refuseAt(
                    refused.argument() < 0 ? 0 : first + refused.argument(), refused.exitCode(), refused.getMessage());
        }
    }
}
