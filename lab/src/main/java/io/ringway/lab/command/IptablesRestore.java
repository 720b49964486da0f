package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.RestoreOptions;

/** {@code iptables-restore} with the rules on its stdin; it reads no file, for a lab never reaches the machine. */
final class IptablesRestore implements Command {
    @Override
    public String name() {
        return "iptables-restore";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        boolean noFlush = false;
        boolean counters = false;
        boolean test = false;
        String table = null;
        while (args.hasNext()) {
            switch (args.next()) {
                case "-n", "--noflush" -> noFlush = true;
                case "-c", "--counters" -> counters = true;
                case "-t", "--test" -> test = true;
                case "-w", "--wait" -> skipNumber(args);
                case "-T", "--table" -> {
                    if (!args.hasNext()) {
                        throw args.refuse(1, "iptables-restore: option requires an argument -- 'T'");
                    }
                    table = args.next();
                }
                default ->
                    throw args.refuse(
                            1,
                            "iptables-restore: " + args.last()
                                    + " is not part of the lab language: rules come by <<EOF");
            }
        }
        if (scene.stdin() == null) {
            throw args.refuse(1, "iptables-restore: without <<EOF there is nothing to read");
        }
        try {
            StringBuilder warnings = new StringBuilder();
            RestoreOptions options = new RestoreOptions(noFlush, counters, test, table);
            String printed =
                    scene.namespace().stack().netfilter().tables().restore(scene.stdin(), options, warnings::append);
            return new CommandResult(0, printed, warnings.toString());
        } catch (IptablesException refused) {
            throw args.refuseAt(0, refused.exitCode(), refused.getMessage());
        }
    }

    /** Nobody else holds the lock. */
    static void skipNumber(Arguments args) {
        if (args.hasNext() && args.peek().matches("\\d+")) {
            args.next();
        }
    }
}
