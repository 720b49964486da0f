package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.rules.IptablesException;

/** {@code iptables-save}, without its comment lines, which hold the time of day. */
final class IptablesSave implements Command {
    @Override
    public String name() {
        return "iptables-save";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        boolean counters = false;
        String table = null;
        while (args.hasNext()) {
            switch (args.next()) {
                case "-c", "--counters" -> counters = true;
                case "-t", "--table" -> {
                    if (!args.hasNext()) {
                        throw args.refuse(1, "iptables-save: option requires an argument -- 't'");
                    }
                    table = args.next();
                }
                default -> throw args.notModelled("iptables-save " + args.last());
            }
        }
        try {
            return CommandResult.printed(
                    scene.namespace().stack().netfilter().tables().save(table, counters));
        } catch (IptablesException refused) {
            throw args.refuseAt(0, refused.exitCode(), refused.getMessage());
        }
    }
}
