package io.ringway.lab.sysctl;

/** One file below {@code /proc/sys}. */
public interface SysctlEntry {
    /** As {@code cat} would print it, without the newline. */
    String read();

    /** Null when the value may be written; else why not, in words to stand behind {@code setting key "…": }. */
    String refusal(String value);

    /** Writes a value that {@link #refusal} lets pass. */
    void write(String value);
}
