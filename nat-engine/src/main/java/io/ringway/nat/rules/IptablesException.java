package io.ringway.nat.rules;

/**
 * What iptables, iptables-restore or iptables-save refuses, in the tool's own words: {@link #getMessage} is what the
 * tool prints on stderr, without the final newline. A refused command has changed nothing.
 */
public final class IptablesException extends RuntimeException {
    /** The request was understood and could not be done ({@code OTHER_PROBLEM}). */
    public static final int OTHER_PROBLEM = 1;
    /** The command line is wrong ({@code PARAMETER_PROBLEM}). */
    public static final int PARAMETER_PROBLEM = 2;
    /** Extension and program do not fit ({@code VERSION_PROBLEM}). */
    public static final int VERSION_PROBLEM = 3;
    /** The kernel lacks something or is busy ({@code RESOURCE_PROBLEM}). */
    public static final int RESOURCE_PROBLEM = 4;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final int argument;

    public IptablesException(int exitCode, String message) {
        this(exitCode, message, -1);
    }

    IptablesException(int exitCode, String message, int argument) {
        super(message);
        this.exitCode = exitCode;
        this.argument = argument;
    }

    /** The same, said after other lines. */
    public IptablesException after(String lines) {
        return lines.isEmpty() ? this : new IptablesException(exitCode, lines + getMessage(), argument);
    }

    /** What the tool would exit with: 1 to 4. */
    public int exitCode() {
        return exitCode;
    }

    /** Index of the argument that is to blame, or -1 where that is not known. */
    public int argument() {
        return argument;
    }
}
