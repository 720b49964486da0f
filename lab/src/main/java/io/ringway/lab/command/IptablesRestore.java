package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.Netfilter;
import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.RestoreOptions;

/**
 * {@code iptables-restore} and {@code ip6tables-restore} with the rules on stdin; they read no file, for a lab never reaches
 * the machine.
 */
record IptablesRestore(String name) implements Command {
    @Override
    public CommandResult run(Arguments args, Scene scene) {
        int first = args.taken();
        try {
            RestoreOptions options = RestoreOptions.parse(name, args.rest());
            if (options.answer() != null) {
                return CommandResult.printed(options.answer());
            }
            if (scene.stdin() == null) {
                throw args.refuse(1, name + ": without <<EOF there is nothing to read");
            }
            return restore(scene.namespace().stack().netfilter(), scene.stdin(), options);
        } catch (IptablesException refused) {
            throw args.refuseAt(
                    refused.argument() < 0 ? 0 : first + refused.argument(), refused.exitCode(), refused.getMessage());
        }
    }

    private CommandResult restore(Netfilter netfilter, String rules, RestoreOptions options) {
        if (name.startsWith("ip6")) {
            netfilter.ip6Tables().restore(rules, options);
            return CommandResult.SILENT;
        }
        StringBuilder warnings = new StringBuilder();
        String printed = netfilter.tables().restore(rules, options, warnings::append);
        return new CommandResult(0, printed, warnings.toString());
    }
}
