package io.ringway.lab.command;

import io.ringway.lab.CommandResult;

/** {@code true} and {@code :}. */
record NothingCommand(String name) implements Command {
    @Override
    public CommandResult run(Arguments args, Scene scene) {
        return CommandResult.SILENT;
    }
}
