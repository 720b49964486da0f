package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.Netfilter;
import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.SaveOptions;

/** {@code iptables-save} and {@code ip6tables-save}, without their comment lines, which hold the time of day. */
record IptablesSave(String name) implements Command {
    @Override
    public CommandResult run(Arguments args, Scene scene) {
        try {
            SaveOptions options = SaveOptions.parse(name, args.rest());
            if (options.answer() != null) {
                return CommandResult.printed(options.answer());
            }
            Netfilter netfilter = scene.namespace().stack().netfilter();
            return CommandResult.printed(
                    name.startsWith("ip6")
                            ? netfilter.ip6Tables().save(options.table(), options.counters())
                            : netfilter.tables().save(options.table(), options.counters()));
        } catch (IptablesException refused) {
            throw args.refuseAt(0, refused.exitCode(), refused.getMessage());
        }
    }
}
