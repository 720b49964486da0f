package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;

/**
 * The sentences that a tool puts around a refusal: iptables for a command of its own, iptables-restore with the line
 * that it read last and the line that the command stood in.
 */
final class ToolWords {
    private static final String VERSION = " v1.8.9 (nf_tables): ";

    private final String program;

    private ToolWords(String program) {
        this.program = program;
    }

    static ToolWords iptables() {
        return new ToolWords("iptables");
    }

    static ToolWords restore() {
        return new ToolWords("iptables-restore");
    }

    /** Outside of any line of iptables-restore. */
    IptablesException say(Refusal refusal) {
        return say(refusal, 0, 0, -1);
    }

    /**
     * @param readLine the line read last, 0 outside of iptables-restore
     * @param commandLine the line of the command that failed
     * @param argument index of the argument to blame, or -1
     */
    IptablesException say(Refusal refusal, int readLine, int commandLine, int argument) {
        String text = refusal.getMessage();
        String where = readLine == 0 ? "" : "\nError occurred at line: " + readLine;
        String hint = where + "\nTry `" + program + " -h' or '" + program + " --help' for more information.";
        return switch (refusal.kind()) {
            case PARAMETER ->
                new IptablesException(IptablesException.PARAMETER_PROBLEM, program + VERSION + text + hint, argument);
            case BARE_PARAMETER -> new IptablesException(IptablesException.PARAMETER_PROBLEM, text + hint, argument);
            case OTHER -> new IptablesException(IptablesException.OTHER_PROBLEM, program + VERSION + text + where);
            case NOT_MODELLED ->
                new IptablesException(IptablesException.OTHER_PROBLEM, program + ": " + text + where, argument);
            case VERSION ->
                new IptablesException(
                        IptablesException.VERSION_PROBLEM,
                        program + VERSION + text + where + "\nPerhaps " + program
                                + " or your kernel needs to be upgraded.");
            case FAILED, FAILED_INVALID ->
                new IptablesException(IptablesException.OTHER_PROBLEM, failure(refusal, commandLine));
            case KERNEL ->
                new IptablesException(
                        IptablesException.RESOURCE_PROBLEM, program + VERSION + kernelLine(text, commandLine));
        };
    }

    /** One more refusal of the kernel: the tool lists all of one transaction. */
    static String kernelLine(String text, int commandLine) {
        return commandLine == 0 ? " " + text : "\nline " + commandLine + ": " + text;
    }

    private String failure(Refusal refusal, int commandLine) {
        if (commandLine > 0) {
            return program + ": line " + commandLine + " failed: " + refusal.getMessage() + ".";
        }
        boolean invalid = refusal.kind() == Refusal.Kind.FAILED_INVALID;
        return program + ": " + refusal.getMessage() + (invalid ? ". Run `dmesg' for more information." : ".");
    }
}
