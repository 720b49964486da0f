package io.ringway.pcap;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.PoolExhaustedException;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a capture of a network, pcap or pcapng, plain or compressed with gzip or zstd, as its first bytes tell,
 * into frames of a pool.
 *
 * <p>Each frame gets its bytes, without a frame check sequence and with an Ethernet header where it had another one, and its timestamp in nanoseconds since 1970. A capture
 * that was cut off ends early and says so in {@link #truncation}; one that makes no sense from some byte on delivers
 * what is before it, then throws {@link CaptureFormatException}, again at each further call. One thread; nothing is
 * allocated per frame.
 */
public final class CaptureReader implements Closeable {
    /** What {@link #peekTimestampNs} says when no frame is left; later than any frame. */
    public static final long NONE_LEFT = Long.MAX_VALUE;

    private final CaptureInput input;

    /** Null for a capture that is not compressed. */
    private final Compression compression;

    private final RecordFormat format;
    private final long sizeBytes;
    private final PacketRecord record = new PacketRecord();

    private CaptureFilter filter;
    private boolean pending;
    private boolean ended;
    private CaptureFormatException damage;
    private long frames;
    private long snapped;
    private long unreadable;
    private long filtered;
    private long originalLength;

    private CaptureReader(CaptureInput input, Compression compression, long sizeBytes) throws IOException {
        this.input = input;
        this.compression = compression;
        this.sizeBytes = sizeBytes;
        this.format = recognize();
    }

    /**
     * Passes over what the filter does not want; before the first frame is asked for.
     *
     * @throws CaptureFilterException when it is known already that libpcap does not understand it
     */
    public void filter(CaptureFilter wanted) throws IOException {
        filter = wanted;
        if (format instanceof PcapFormat pcap) {
            wanted.prepare(pcap.linkType());
        }
    }

    private RecordFormat recognize() throws IOException {
        try {
            return CaptureMagic.recognize(input);
        } catch (CaptureFormatException e) {
            if (compression != null && compression.isCutOff()) {
                throw input.refuse(
                        0, "the compressed data end at byte " + compression.offset() + ", before the first frame");
            }
            throw e;
        }
    }

    /** Opens a file or a named pipe. */
    public static CaptureReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaptureIoException(file.toString(), "is a directory");
        }
        FileChannel channel;
        long sizeBytes;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            sizeBytes = Files.isRegularFile(file) ? channel.size() : -1;
        } catch (IOException e) {
            throw new CaptureIoException(file.toString(), e);
        }
        return open(channel, file.toString(), sizeBytes);
    }

    /** Opens what standard input delivers. */
    public static CaptureReader openStdin() throws IOException {
        return open(new FileInputStream(FileDescriptor.in).getChannel(), "standard input", -1);
    }

    /**
     * @param channel in blocking mode; closed with the reader
     * @param name how messages call the capture
     */
    public static CaptureReader open(ReadableByteChannel channel, String name) throws IOException {
        return open(channel, name, -1);
    }

    private static CaptureReader open(ReadableByteChannel channel, String name, long sizeBytes) throws IOException {
        CaptureInput input = new CaptureInput(channel, name);
        try {
            Compression compression = Compression.of(input);
            if (compression != null) {
                input = new CaptureInput(compression, name);
            }
            return new CaptureReader(input, compression, sizeBytes);
        } catch (IOException | RuntimeException e) {
            try {
                input.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /**
     * Fills {@code out[0..limit)} with the next frames; blocks on a pipe until all of them came.
     *
     * @return how many there are; fewer than {@code limit} only where the capture ends, 0 when none is left
     * @throws PoolExhaustedException when the pool has no room for even one; none is lost by that
     */
    public int readBurst(FramePool pool, Frame[] out, int limit) throws IOException {
        int count = 0;
        try {
            while (count < limit && hasNext()) {
                out[count] = take(pool);
                count++;
            }
        } catch (CaptureFormatException | PoolExhaustedException e) {
            if (count == 0) {
                throw e;
            }
        }
        return count;
    }

    /** The next frame, or null when none is left. */
    public Frame next(FramePool pool) throws IOException {
        return hasNext() ? take(pool) : null;
    }

    /** Reads ahead by one frame, without taking anything from a pool. */
    public boolean hasNext() throws IOException {
        return pending || advance();
    }

    /** The timestamp of the next frame, or {@link #NONE_LEFT}. */
    public long peekTimestampNs() throws IOException {
        return hasNext() ? record.timestampNs : NONE_LEFT;
    }

    /** Frames delivered so far: the number, from 1, of the last one. */
    public long frames() {
        return frames;
    }

    /** How many of the delivered frames are shorter than they were on the wire, because of a snapshot length. */
    public long snapped() {
        return snapped;
    }

    /** How many packets the filter did not want. */
    public long filtered() {
        return filtered;
    }

    /** How many packets were left out, since they are of a protocol that Ethernet does not carry, or too short to tell. */
    public long unreadable() {
        return unreadable;
    }

    /** The length on the wire of the frame delivered last, without a frame check sequence. */
    public long originalLength() {
        return originalLength;
    }

    /** Once the end is reached: null for a whole capture, else one line that says where it was cut off. */
    public String truncation() {
        if (compression != null && compression.isCutOff() && ended) {
            return name() + ": cut off after frame " + frames + ": the compressed data end too early, at byte "
                    + compression.offset();
        }
        return input.truncation();
    }

    /** Bytes of the file read so far, for progress. */
    public long positionBytes() {
        return compression == null ? input.offset() : compression.offset();
    }

    /** The file's size when it was opened, -1 for a pipe or a channel. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** How messages call this capture: its path. */
    public String name() {
        return input.name;
    }

    @Override
    public void close() throws IOException {
        pending = false;
        ended = true;
        input.close();
    }

    private Frame take(FramePool pool) {
        originalLength = record.originalBytes + record.link.growth();
        boolean hasRoomForAll = record.isSnapped() && originalLength <= FramePool.MAX_FRAME_BYTES;
        Frame frame = pool.allocate(hasRoomForAll ? (int) originalLength : record.frameBytes());
        frame.setLength(record.frameBytes());
        frame.history().setCapturedWay(record.way);
        frame.history().setCapturedIfindex(-record.interfaceNumber);
        record.link.read(input.buffer, record.dataIndex, record.capturedBytes, frame);
        frame.setTimestampNs(record.timestampNs);
        if (record.isSnapped()) {
            snapped++;
            frame.history().setMissingBytes(hasRoomForAll ? (int) originalLength - frame.length() : 0);
        }
        frames++;
        input.index = record.endIndex;
        pending = false;
        return frame;
    }

    private boolean advance() throws IOException {
        if (ended) {
            if (damage != null) {
                throw damage;
            }
            return false;
        }
        try {
            pending = format.advance(record);
            while (pending && isPassedOver()) {
                input.index = record.endIndex;
                pending = format.advance(record);
            }
            ended = !pending;
            return pending;
        } catch (CaptureFormatException e) {
            pending = false;
            ended = true;
            damage = e;
            throw e;
        }
    }

    private boolean isPassedOver() throws IOException {
        if (filter != null && !filter.accepts(record, input.buffer)) {
            filtered++;
            return true;
        }
        if (!record.link.canBeFrame(input.buffer, record.dataIndex, record.capturedBytes)) {
            unreadable++;
            return true;
        }
        return false;
    }
}
