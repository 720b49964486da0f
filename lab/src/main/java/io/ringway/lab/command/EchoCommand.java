package io.ringway.lab.command;

import io.ringway.lab.CommandResult;

/** {@code echo} of bash: prints its words. What it writes below {@code /proc/sys} is a {@code sysctl} already. */
final class EchoCommand implements Command {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        boolean newline = true;
        while (args.hasNext() && args.peek().matches("-[neE]+")) {
            if (args.next().contains("e")) {
                throw args.notModelled("echo -e");
            }
            newline = !args.last().contains("n") && newline;
        }
        return CommandResult.printed(String.join(" ", args.rest()) + (newline ? "\n" : ""));
    }
}
