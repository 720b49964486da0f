package io.ringway.lab.sysctl;

/** One file below {@code /proc/sys}. */
public interface SysctlEntry {
    /** As {@code cat} would print it, without the newline. */
    String read();

    /** Null when the value may be written; else why not, in words to stand behind {@code setting key "…": }. */
    String refusal(String value);

    /** Whether nobody may write it, not even root. */
    default boolean isReadOnly() {
        return false;
    }

    /** Writes a value that {@link #refusal} lets pass. */
    void write(String value);
}
