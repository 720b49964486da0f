package io.ringway.lab;

/**
 * A lab cannot be read, or one of its commands is refused: the only exception that this module throws for what a user
 * wrote. Its message reads {@code lab.sh:12:5: ip: Cannot find device "foo"}. A refused command has changed nothing.
 */
public final class LabException extends RuntimeException {
    /** What bash exits with for what it cannot read. */
    public static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;
    private final String tool;
    private final String words;
    private final int exitCode;

    /**
     * @param tool the tool that would say so, "" where its words name it already or no tool is meant
     * @param words what it would print on stderr, without the final newline
     * @param exitCode what the tool, or for bad syntax bash, would exit with
     */
    public LabException(SourcePosition position, String tool, String words, int exitCode) {
        super(position + ": " + (tool.isEmpty() ? "" : tool + ": ") + words);
        this.position = position;
        this.tool = tool;
        this.words = words;
        this.exitCode = exitCode;
    }

    /**
     * Whether the tool itself would have done it: Ringway refuses it because the model or the lab language does not have
     * it, so that nothing can be said of what follows.
     */
    public boolean isBeyondModel() {
        return words.contains("is not modelled") || words.contains("not part of the lab language");
    }

    public SourcePosition position() {
        return position;
    }

    /** "" where {@link #words} name the tool already or no tool is meant. */
    public String tool() {
        return tool;
    }

    /** What the mirrored tool would print on stderr. */
    public String words() {
        return words;
    }

    /** What the mirrored tool would exit with. */
    public int exitCode() {
        return exitCode;
    }
}
