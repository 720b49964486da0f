package io.ringway.pcap;

import io.ringway.packet.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes frames as a classic pcap: little endian, Ethernet, snapshot length 262144, version 2.4.
 *
 * <p>A file appears under its name at {@link #commit}, whole; closed without one, or after an error, the writer leaves
 * nothing behind and a previous file as it was. A pipe, a device and standard output are written through. The same
 * frames make the same bytes. One thread; nothing is allocated per frame.
 */
public final class PcapWriter implements Closeable {
    static final int SNAPLEN = 262_144;

    private static final long MAX_SECONDS = 0xffff_ffffL;

    private final CaptureOutput output;
    private final ByteBuffer chunk;
    private final int unitNs;
    private long frames;

    private PcapWriter(CaptureTarget target, TimestampPrecision precision) {
        output = new CaptureOutput(target);
        chunk = output.chunk;
        this.unitNs = precision.unitNs;
        int at = output.begin(PcapFormat.FILE_HEADER_BYTES);
        chunk.putInt(at, precision.magic);
        chunk.putShort(at + 4, (short) 2);
        chunk.putShort(at + 6, (short) 4);
        chunk.putInt(at + 16, SNAPLEN);
        chunk.putInt(at + 20, LinkType.ETHERNET);
    }

    /** A file with timestamps in nanoseconds. */
    public static PcapWriter create(Path file) throws IOException {
        return create(file, TimestampPrecision.NANOSECONDS);
    }

    /** @param file a regular file that may exist, or a named pipe or device, which is written through */
    public static PcapWriter create(Path file, TimestampPrecision precision) throws IOException {
        return new PcapWriter(CaptureTarget.open(file), precision);
    }

    /** @param channel in blocking mode; closed with the writer */
    public static PcapWriter to(WritableByteChannel channel, String name, TimestampPrecision precision) {
        return new PcapWriter(new StreamTarget(channel, name, true), precision);
    }

    /** Copies the frame, which stays the caller's. Times before 1970 and after 2106 become the nearest possible one. */
    public void write(Frame frame, long timestampNs) throws IOException {
        int length = frame.length();
        long timeNs = Math.max(0, timestampNs);
        long seconds = timeNs / 1_000_000_000L;
        int fraction = (int) (timeNs - seconds * 1_000_000_000L) / unitNs;
        int at = output.take(PcapFormat.RECORD_HEADER_BYTES + length);
        chunk.putInt(at, (int) Math.min(seconds, MAX_SECONDS));
        chunk.putInt(at + 4, fraction);
        chunk.putInt(at + 8, length);
        chunk.putInt(at + 12, length);
        frame.get(0, chunk, at + PcapFormat.RECORD_HEADER_BYTES, length);
        frames++;
    }

    /** Frames written so far. */
    public long frames() {
        return frames;
    }

    /** Hands what is buffered to the system; the file itself stays invisible until {@link #commit}. */
    public void flush() throws IOException {
        output.flush();
    }

    /** Writes the rest, closes, and puts the file in its place; nothing can be written afterwards. */
    public void commit() throws IOException {
        output.commit();
    }

    /** Without a {@link #commit} before: throws away what was written. */
    @Override
    public void close() {
        output.close();
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
