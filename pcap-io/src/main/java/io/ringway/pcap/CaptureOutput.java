package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The chunk that a writer fills, little endian, before it goes to its target. After an error nothing more can be written. */
final class CaptureOutput {
    static final int CHUNK_BYTES = 1 << 18;

    final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CaptureTarget target;
    private int used;
    private boolean open = true;
    private boolean failed;

    CaptureOutput(CaptureTarget target) {
        this.target = target;
    }

    /** Room for the first bytes, which are there. */
    int begin(int bytes) {
        used = bytes;
        return 0;
    }

    /**
     * Room for so many bytes more, at most {@link #CHUNK_BYTES}, not cleared.
     *
     * @return their index in the chunk
     */
    int take(int bytes) throws IOException {
        if (used + bytes > CHUNK_BYTES) {
            flush();
        }
        int at = used;
        used = at + bytes;
        return at;
    }

    void flush() throws IOException {
        if (!open || failed) {
            throw new CaptureIoException(target.name(), failed ? "not whole after an earlier error" : "closed");
        }
        failed = true;
        try {
            target.write(chunk.limit(used).position(0));
        } catch (IOException e) {
            throw new CaptureIoException(target.name(), e);
        } finally {
            chunk.clear();
        }
        used = 0;
        failed = false;
    }

    void commit() throws IOException {
        flush();
        failed = true;
        try {
            target.commit();
        } catch (IOException e) {
            throw new CaptureIoException(target.name(), e);
        }
        failed = false;
        open = false;
        used = CHUNK_BYTES; // The next write finds no room and is refused by flush.
    }

    void close() {
        if (open) {
            open = false;
            used = CHUNK_BYTES; // The next write finds no room and is refused by flush.
            target.close();
        }
    }
}
