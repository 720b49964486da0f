package io.ringway.nat.set;

/** What ipset or the kernel refuses, in the tool's words but without its name in front. */
final class SetRefusal extends RuntimeException {
    /** Exit code of the tool for wrong usage ({@code IPSET_PARAMETER_PROBLEM}). */
    static final int PARAMETER = 2;

    static final int OTHER = 1;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final boolean namesLine;

    private SetRefusal(String text, int exitCode, boolean namesLine) {
        super(text, null, false, false);
        this.exitCode = exitCode;
        this.namesLine = namesLine;
    }

    /** What the kernel answers; in a restored text with its line. */
    static SetRefusal kernel(String text) {
        return new SetRefusal(text, OTHER, true);
    }

    static SetRefusal syntax(String text) {
        return new SetRefusal("Syntax error: " + text, OTHER, true);
    }

    /** Wrong usage, with the hint at the help. */
    static SetRefusal parameter(String text) {
        return new SetRefusal(text + "\nTry `ipset help' for more information.", PARAMETER, false);
    }

    /** Something that the command does not go with. */
    static SetRefusal other(String text) {
        return new SetRefusal(text, OTHER, false);
    }

    static SetRefusal notModelled(String what) {
        return new SetRefusal(what + " is not modelled", PARAMETER, false);
    }

    static SetRefusal noSuchSet() {
        return kernel("The set with the given name does not exist");
    }

    static SetRefusal cidr() {
        return kernel("The value of the CIDR parameter of the IP address is invalid");
    }

    static SetRefusal nullElement() {
        return kernel("Null-valued element, cannot be stored in a hash type of set");
    }

    static SetRefusal wholeRange() {
        return kernel("Invalid range, covers the whole address space");
    }

    int exitCode() {
        return exitCode;
    }

    /** Whether the tool names the line of a restored text in front of it. */
    boolean namesLine() {
        return namesLine;
    }
}
