package io.ringway.replay.fuzz;

import io.ringway.lab.LabException;
import io.ringway.replay.Ringway;
import java.nio.charset.StandardCharsets;

/** Fuzzes the command language: a lab is done, or refused by a {@link LabException} with its place. */
public final class LabFuzzer {
    private static final int LONGEST = 4096;

    private LabFuzzer() {}

    /** Called by Jazzer, once for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, 0, Math.min(input.length, LONGEST), StandardCharsets.UTF_8);
        try {
            Ringway.parse("fuzzed.sh", text).state();
        } catch (LabException e) {
            if (!e.getMessage().startsWith("fuzzed.sh:")) {
                throw new IllegalStateException("refused without its place: " + e.getMessage(), e);
            }
        }
    }
}
