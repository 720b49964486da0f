package io.ringway.conformance.kernel;

/** What a real program left behind. */
public record ProgramResult(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
        return exitCode == 0;
    }

    /** What it said about its failure, in one line. */
    public String words() {
        String said = stderr.isBlank() ? stdout : stderr;
        return said.isBlank() ? "exit code " + exitCode : said.strip().replace("\n", "; ");
    }
}
