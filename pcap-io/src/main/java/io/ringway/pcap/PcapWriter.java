package io.ringway.pcap;

import io.ringway.packet.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes frames as a classic pcap: little endian, Ethernet, snapshot length 262144, version 2.4.
 *
 * <p>A file appears under its name at {@link #commit}, whole; closed without one, or after an error, the writer leaves
 * nothing behind and a previous file as it was. A pipe, a device and standard output are written through. The same
 * frames make the same bytes. One thread; nothing is allocated per frame.
 */
public final class PcapWriter implements Closeable {
    private static final int CHUNK_BYTES = 1 << 18;
    private static final int SNAPLEN = 262_144;
    private static final long MAX_SECONDS = 0xffff_ffffL;

    private final CaptureTarget target;
    private final int unitNs;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int used;
    private long frames;
    private boolean open = true;
    private boolean failed;

    private PcapWriter(CaptureTarget target, TimestampPrecision precision) {
        this.target = target;
        this.unitNs = precision.unitNs;
        chunk.putInt(0, precision.magic);
        chunk.putShort(4, (short) 2);
        chunk.putShort(6, (short) 4);
        chunk.putInt(16, SNAPLEN);
        chunk.putInt(20, LinkType.ETHERNET);
        used = PcapFormat.FILE_HEADER_BYTES;
    }

    /** A file with timestamps in nanoseconds. */
    public static PcapWriter create(Path file) throws IOException {
        return create(file, TimestampPrecision.NANOSECONDS);
    }

    /** @param file a regular file that may exist, or a named pipe or device, which is written through */
    public static PcapWriter create(Path file, TimestampPrecision precision) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaptureIoException(file.toString(), "is a directory");
        }
        try {
            return new PcapWriter(
                    isWrittenThrough(file)
                            ? new StreamTarget(FileChannel.open(file, StandardOpenOption.WRITE), file.toString(), true)
                            : new FileTarget(file),
                    precision);
        } catch (CaptureIoException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureIoException(file.toString(), e);
        }
    }

    /** @param channel in blocking mode; closed with the writer */
    public static PcapWriter to(WritableByteChannel channel, String name, TimestampPrecision precision) {
        return new PcapWriter(new StreamTarget(channel, name, true), precision);
    }

    /** Copies the frame, which stays the caller's. Times before 1970 and after 2106 become the nearest possible one. */
    public void write(Frame frame, long timestampNs) throws IOException {
        int length = frame.length();
        if (used + PcapFormat.RECORD_HEADER_BYTES + length > CHUNK_BYTES) {
            flush();
        }
        long timeNs = Math.max(0, timestampNs);
        long seconds = timeNs / 1_000_000_000L;
        int fraction = (int) (timeNs - seconds * 1_000_000_000L) / unitNs;
        int at = used;
        chunk.putInt(at, (int) Math.min(seconds, MAX_SECONDS));
        chunk.putInt(at + 4, fraction);
        chunk.putInt(at + 8, length);
        chunk.putInt(at + 12, length);
        frame.get(0, chunk, at + PcapFormat.RECORD_HEADER_BYTES, length);
        used = at + PcapFormat.RECORD_HEADER_BYTES + length;
        frames++;
    }

    /** Frames written so far. */
    public long frames() {
        return frames;
    }

    /** Hands what is buffered to the system; the file itself stays invisible until {@link #commit}. */
    public void flush() throws IOException {
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

    /** Writes the rest, closes, and puts the file in its place; nothing can be written afterwards. */
    public void commit() throws IOException {
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

    /** Without a {@link #commit} before: throws away what was written. */
    @Override
    public void close() {
        if (open) {
            open = false;
            used = CHUNK_BYTES; // The next write finds no room and is refused by flush.
            target.close();
        }
    }

    /** Devices too when a link or the shell made them a file: replacing that would pull it from under its owner. */
    public static boolean isWrittenThrough(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return true;
        }
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith("/dev/fd")
                || path.startsWith("/proc")
                || path.equals(Path.of("/dev/stdout"))
                || path.equals(Path.of("/dev/stderr"));
    }
}
