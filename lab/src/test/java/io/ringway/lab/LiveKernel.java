package io.ringway.lab;

import java.io.IOException;

/** For tests that need this machine's kernel and tools. */
public final class LiveKernel {
    private LiveKernel() {}

    /** Whether the commands work as root in a namespace of their own. */
    public static boolean isThere(String commands) {
        try {
            return new ProcessBuilder("unshare", "--net", "--mount", "bash", "-c", commands)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Loudly: on stderr, and in the file from which the last line of a check is made. */
    public static void sayThatItDidNotRun(String line) throws IOException {
        LabDifferentialIT.sayThatItDidNotRun(line);
    }
}
