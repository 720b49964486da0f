package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file, written beside its target as {@code .NAME.PID-N.partial} and moved into place by the commit: no half-written
 * capture passes as a whole one, and whoever reads the target meanwhile keeps reading the old one.
 */
final class FileTarget implements CaptureTarget {
    private static final AtomicLong COUNT = new AtomicLong();

    private final String name;
    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private boolean committed;

    /** @param target as the user named it; a link to a file is followed */
    FileTarget(Path target) throws IOException {
        name = target.toString();
        file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new CaptureIoException(name, "permission denied");
        }
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw new CaptureIoException(name, "no such folder: " + folder);
        }
        String suffix = "." + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".partial";
        partial = folder.resolve("." + file.getFileName() + suffix);
        channel = FileChannel.open(partial, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        PartialFiles.add(partial);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void commit() throws IOException {
        channel.close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        PartialFiles.remove(partial);
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The file is thrown away.
        }
        PartialFiles.discard(partial);
    }
}
