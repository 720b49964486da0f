package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.lab.LabException;

/** One command of the lab language. */
public interface Command {
    /** The first word. */
    String name();

    /**
     * Does it in the model: everything is checked first, so that a refused command changes nothing.
     *
     * @throws LabException for what the mirrored tool would refuse, in its words, and for what is not modelled
     */
    CommandResult run(Arguments args, Scene scene);
}
