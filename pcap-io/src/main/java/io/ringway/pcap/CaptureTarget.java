package io.ringway.pcap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a capture is written to, and what makes it visible there. */
sealed interface CaptureTarget permits FileTarget, StreamTarget {
    /** @param file a regular file that may exist; a named pipe or device, which is written through; "-" for standard output */
    static CaptureTarget open(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return new StreamTarget(new FileOutputStream(FileDescriptor.out).getChannel(), "standard output", false);
        }
        if (Files.isDirectory(file)) {
            throw new CaptureIoException(file.toString(), "is a directory");
        }
        try {
            return PcapWriter.isWrittenThrough(file)
                    ? new StreamTarget(FileChannel.open(file, StandardOpenOption.WRITE), file.toString(), true)
                    : new FileTarget(file);
        } catch (CaptureIoException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureIoException(file.toString(), e);
        }
    }

    String name();

    /** Writes all of {@code bytes}. */
    void write(ByteBuffer bytes) throws IOException;

    /** Makes all that was written the content of the target. */
    void commit() throws IOException;

    /** Closes; without a commit before, a file's previous content stays. */
    void close();
}
