package io.ringway.lab;

/** What a command that was done left behind. A refused one throws {@link LabException} instead. */
public record CommandResult(int exitCode, String stdout, String stderr) {
    /** Done, with nothing to say. */
    public static final CommandResult SILENT = new CommandResult(0, "", "");

    /** Done, and this was printed. */
    public static CommandResult printed(String stdout) {
        return new CommandResult(0, stdout, "");
    }
}
