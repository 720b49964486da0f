package io.ringway.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that appears under its name when it is complete, and never before. */
final class WholeFile implements Closeable {
    private final Path file;
    private final Path partial;
    private final Writer writer;
    private boolean committed;

    WholeFile(Path file) throws IOException {
        this.file = file;
        partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            writer = Files.newBufferedWriter(partial);
        } catch (IOException e) {
            throw new ReplayException(file + ": cannot be written: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "no such folder";
        }
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
    }

    Writer writer() {
        return writer;
    }

    void commit() throws IOException {
        writer.close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            writer.close();
            Files.deleteIfExists(partial);
        }
    }
}
