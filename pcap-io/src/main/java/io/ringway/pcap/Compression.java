package io.ringway.pcap;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a compressed capture as they were before: gzip (RFC 1952, several members one after the other) or zstd
 * (RFC 8878, several frames). Compressed data that end too early end the capture, which was cut off then.
 */
final class Compression implements ReadableByteChannel {
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b52ffd;

    /** A frame that says nothing of the content, which parallel compressors write first (RFC 8878 section 3.1.2). */
    private static final int SKIPPABLE = 0x502a4d18;

    private static final int SKIPPABLE_MASK = 0xf0ffffff;

    private static final int CHUNK_BYTES = 1 << 16;

    private final CaptureInput compressed;
    private final String kind;
    private final byte[] chunk = new byte[CHUNK_BYTES];

    /** Null until the first byte is asked for: a header that is cut short or damaged is found as the rest is. */
    private InputStream plain;

    private boolean cutOff;

    private Compression(CaptureInput compressed, String kind) {
        this.compressed = compressed;
        this.kind = kind;
    }

    /** What reads on behind a capture's first bytes; null when they are those of no compressed file. */
    static Compression of(CaptureInput input) throws IOException {
        if (!input.require(4)) {
            return null;
        }
        int magic = input.buffer.order(ByteOrder.BIG_ENDIAN).getInt(input.index);
        if (magic >>> 16 == GZIP) {
            return new Compression(input, "gzip");
        }
        boolean zstd = magic == ZSTD || (magic & SKIPPABLE_MASK) == SKIPPABLE;
        return zstd ? new Compression(input, "zstd") : null;
    }

    /** Whether the compressed data ended before they said that they do. */
    boolean isCutOff() {
        return cutOff;
    }

    /** Compressed bytes read so far. */
    long offset() {
        return compressed.offset();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            if (plain == null) {
                InputStream source = new CaptureStream(compressed);
                plain = kind.equals("gzip")
                        ? new GZIPInputStream(source, CHUNK_BYTES)
                        : new ZstdInputStreamNoFinalizer(source);
            }
            int read = plain.read(chunk, 0, Math.min(chunk.length, target.remaining()));
            if (read > 0) {
                target.put(chunk, 0, read);
            }
            return read;
        } catch (EOFException e) {
            cutOff = true;
            return -1;
        } catch (ZipException | ZstdIOException e) {
            if (e instanceof ZstdIOException && !compressed.require(1)) {
                cutOff = true;
                return -1;
            }
            throw compressed.refuse(
                    compressed.offset(),
                    "damaged " + kind + " data before byte " + compressed.offset() + ": " + e.getMessage());
        }
    }

    @Override
    public boolean isOpen() {
        return compressed.buffer != null;
    }

    @Override
    public void close() throws IOException {
        if (plain != null) {
            plain.close();
        }
        compressed.close();
    }
}
