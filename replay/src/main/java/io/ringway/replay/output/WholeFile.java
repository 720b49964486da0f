package io.ringway.replay.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringway.pcap.PartialFiles;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.request.ReplayException;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that appears under its name when it is complete, and never before. Pipes, devices and standard output
 * ("-") are written through. */
final class WholeFile implements Closeable {
    private final Path name;
    private final Path file;
    private final Path partial;
    private final Writer writer;
    private boolean committed;

    WholeFile(Path name) throws IOException {
        this.name = name;
        if (name.toString().equals("-")) {
            file = name;
            partial = name;
            writer = new BufferedWriter(new OutputStreamWriter(new StandardOutput(), UTF_8));
            return;
        }
        if (Files.isDirectory(name)) {
            throw new ReplayException(name + ": cannot be written: is a directory", null);
        }
        boolean through = PcapWriter.isWrittenThrough(name);
        try {
            file = Files.exists(name) && !through ? name.toRealPath() : name.toAbsolutePath();
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            partial = through
                    ? file
                    : file.resolveSibling("." + file.getFileName() + "."
                            + ProcessHandle.current().pid() + ".partial");
            writer = Files.newBufferedWriter(partial);
        } catch (IOException e) {
            throw new ReplayException(name + ": cannot be written: " + reason(e), e);
        }
        if (!through) {
            PartialFiles.add(partial);
        }
    }

    /** The system's refusal, without the path, which the message has already. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
    }

    Writer writer() {
        return writer;
    }

    void commit() throws IOException {
        try {
            writer.close();
            if (!partial.equals(file)) {
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                PartialFiles.remove(partial);
            }
        } catch (IOException e) {
            throw new ReplayException(name + ": cannot be written: " + reason(e), e);
        }
        committed = true;
    }

    /** Stays open for whoever comes next. */
    private static final class StandardOutput extends FilterOutputStream {
        StandardOutput() {
            super(new FileOutputStream(FileDescriptor.out));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (committed) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            // What could not be written is thrown away.
        }
        if (!partial.equals(file)) {
            PartialFiles.discard(partial);
        }
    }
}
