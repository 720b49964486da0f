package io.ringway.lab;

import io.ringway.engine.Network;
import java.util.function.Consumer;

/** Does the commands of a lab in a model. */
public final class LabRunner {
    private final Network network;

    public LabRunner(Network network) {
        this.network = network;
    }

    /**
     * Runs all commands and stops at the first that fails, as {@code bash -e} would.
     *
     * @throws LabException with the failing command's place and words
     */
    public void run(Lab lab) {
        run(lab, result -> {});
    }

    /** As {@link #run(Lab)}; {@code printed} is told of what each command prints, the failing one's stdout included. */
    public void run(Lab lab, Consumer<CommandResult> printed) {
        for (LabCommand command : lab.commands()) {
            printed.accept(run(command));
        }
    }

    /**
     * Runs one command.
     *
     * @throws LabException for what its tool would refuse; nothing has changed then
     */
    public CommandResult run(LabCommand command) {
        throw new LabException(command.position(), "", "not yet: " + network, 1);
    }
}
