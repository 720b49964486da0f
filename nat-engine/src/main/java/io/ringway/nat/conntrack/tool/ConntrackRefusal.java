package io.ringway.nat.conntrack.tool;

/** The tool gives up ({@code exit_error()}). */
final class ConntrackRefusal extends RuntimeException {
    static final int OTHER_PROBLEM = 1;
    static final int PARAMETER_PROBLEM = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private ConntrackRefusal(int exitCode, String words) {
        super(words);
        this.exitCode = exitCode;
    }

    /** Wrong usage. */
    static ConntrackRefusal parameter(String words) {
        return new ConntrackRefusal(PARAMETER_PROBLEM, words);
    }

    /** It could not be done. */
    static ConntrackRefusal other(String words) {
        return new ConntrackRefusal(OTHER_PROBLEM, words);
    }

    int exitCode() {
        return exitCode;
    }

    /** What stands on stderr. */
    String text() {
        String help =
                exitCode == PARAMETER_PROBLEM ? "Try `conntrack -h' or 'conntrack --help' for more information.\n" : "";
        return UsageText.PROGRAM + ": " + getMessage() + "\n" + help;
    }
}
