package io.ringway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that tells a reader who has seen enough, as {@code head} does, from a disk that is full. */
final class StandardOutput extends FilterOutputStream {
    private boolean readerGone;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (readerGone) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            // The JDK has no type of its own for EPIPE.
            if (e.getMessage() == null || !e.getMessage().contains("Broken pipe")) {
                throw e;
            }
            readerGone = true;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
