package io.ringway.lab.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that a host's administrator runs there: POSIX shell, read-only; its head says what it prints. */
public final class SnapshotScript {
    private static final String RESOURCE = "snapshot.sh";

    private SnapshotScript() {}

    /** As it is to be fed to {@code sh}. */
    public static String text() {
        try (InputStream script = SnapshotScript.class.getResourceAsStream(RESOURCE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
