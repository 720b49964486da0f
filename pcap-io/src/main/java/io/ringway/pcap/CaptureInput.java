package io.ringway.pcap;

import io.ringway.packet.FramePool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A window of 256 KiB over a capture's bytes, which slides forward only.
 *
 * <p>Reading in chunks beats a memory map on files that exceed the cache, and works on pipes alike; chunks of 1 MiB are
 * no quicker than these. Formats look at {@link #buffer} from {@link #index} on, after {@link #require} said that enough bytes are there.
 */
final class CaptureInput implements AutoCloseable {
    /** No record that has to be looked at in one piece can be larger. */
    static final int WINDOW_BYTES = 1 << 18;

    /** The window of a closed input: off-heap memory costs more to get than a small capture to read. */
    private static final AtomicReference<ByteBuffer> SPARE = new AtomicReference<>();

    final String name;

    /** Null once closed. */
    ByteBuffer buffer;

    /** The first byte that was not consumed yet. */
    int index;

    private final ReadableByteChannel channel;
    private int end;
    private long windowOffset;
    private String truncation;

    CaptureInput(ReadableByteChannel channel, String name) {
        this.channel = channel;
        this.name = name;
        ByteBuffer spare = SPARE.getAndSet(null);
        this.buffer = spare == null ? ByteBuffer.allocateDirect(WINDOW_BYTES) : spare;
    }

    /** Whether {@code bytes} from the index on are in the buffer, reading on if need be; false: the capture ends before. */
    boolean require(int bytes) throws IOException {
        return end - index >= bytes || fill(bytes);
    }

    /** Bytes behind the index that are in the buffer; after a failed {@link #require}, all that there are. */
    int available() {
        return end - index;
    }

    /** Where the index stands in the capture. */
    long offset() {
        return windowOffset + index;
    }

    /** Consumes {@code bytes} of any number; false when the capture ends before. */
    boolean skip(long bytes) throws IOException {
        long left = bytes;
        while (left > available()) {
            left -= available();
            index = end;
            if (!fill(1)) {
                return false;
            }
        }
        index += (int) left;
        return true;
    }

    void setOrder(ByteOrder order) {
        buffer.order(order);
    }

    long u32(int at) {
        return buffer.getInt(at) & 0xffff_ffffL;
    }

    int u16(int at) {
        return buffer.getShort(at) & 0xffff;
    }

    CaptureFormatException refuse(long byteOffset, String found) {
        return new CaptureFormatException(name, byteOffset, found);
    }

    /** The record or block at the index makes no sense. */
    CaptureFormatException damaged(PacketRecord last, String found) {
        return damaged(last, offset(), found);
    }

    CaptureFormatException damaged(PacketRecord last, long start, String found) {
        return refuse(start, "damaged " + place(last, start) + ": " + found);
    }

    /** Refuses a record of more bytes than a frame can have. */
    void checkLength(PacketRecord last, long capturedBytes) throws CaptureFormatException {
        if (capturedBytes > FramePool.MAX_FRAME_BYTES) {
            throw damaged(
                    last,
                    "a frame of " + capturedBytes + " bytes, where the longest possible one has "
                            + FramePool.MAX_FRAME_BYTES);
        }
    }

    /** One line that says where the capture was cut off, or null. */
    String truncation() {
        return truncation;
    }

    /**
     * Notes that the capture ends inside a record or block.
     *
     * @param expected its length in bytes, or the least that it can be
     * @return false, as {@link RecordFormat#advance} does at the end
     */
    boolean cutOff(PacketRecord last, long start, long expected) {
        long present = windowOffset + end - start;
        truncation = name + ": cut off " + place(last, start) + ": of the next " + expected + " bytes only " + present
                + " are there";
        return false;
    }

    private static String place(PacketRecord last, long offset) {
        return (last.number == 0 ? "before the first frame" : "after frame " + last.number) + ", at byte " + offset;
    }

    private boolean fill(int bytes) throws IOException {
        ByteOrder order = buffer.order();
        buffer.limit(end).position(index);
        buffer.compact().order(order);
        windowOffset += index;
        end -= index;
        index = 0;
        try {
            while (end < bytes) {
                int read = channel.read(buffer);
                if (read < 0) {
                    return false;
                }
                if (read == 0) {
                    throw new CaptureIoException(name, "a channel in non-blocking mode cannot be read");
                }
                end += read;
            }
        } catch (CaptureIoException | CaptureFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureIoException(name, e);
        } finally {
            buffer.clear();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (buffer != null) {
            SPARE.set(buffer.clear());
            buffer = null;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new CaptureIoException(name, e);
        }
    }
}
