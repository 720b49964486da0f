package io.ringway.lab;

import java.nio.file.Path;
import java.util.List;

/** A list of commands, read from one or more files. */
public final class Lab {
    private final List<LabCommand> commands;

    private Lab(List<LabCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * Reads files, or folders that hold a {@code lab.sh}, one after the other.
     *
     * @throws LabException when one cannot be read or holds what the lab language does not have
     */
    public static Lab read(List<Path> files) {
        throw new LabException(new SourcePosition(files.toString(), 0, 0), "", "not yet", 2);
    }

    /**
     * @param name stands for the file's name in messages
     * @throws LabException for what the lab language does not have
     */
    public static Lab parse(String name, String text) {
        return new Lab(List.of());
    }

    /** In the order in which they run. */
    public List<LabCommand> commands() {
        return commands;
    }
}
