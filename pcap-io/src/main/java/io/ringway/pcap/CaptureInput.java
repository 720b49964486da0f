package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/**
 * A window of 1 MiB over a capture's bytes, which slides forward only.
 *
 * <p>Reading in large chunks beats a memory map on files that exceed the cache, and works on pipes alike. Formats look
 * at {@link #buffer} from {@link #index} on, after {@link #require} said that enough bytes are there.
 */
final class CaptureInput implements AutoCloseable {
    /** No record that has to be looked at in one piece can be larger. */
    static final int WINDOW_BYTES = 1 << 20;

    final String name;
    ByteBuffer buffer = ByteBuffer.allocateDirect(WINDOW_BYTES);

    /** The first byte that was not consumed yet. */
    int index;

    private final ReadableByteChannel channel;
    private int end;
    private long windowOffset;
    private String truncation;

    CaptureInput(ReadableByteChannel channel, String name) {
        this.channel = channel;
        this.name = name;
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

    /** What stood in the way of reading on when the capture was cut off, or null. */
    String truncation() {
        return truncation;
    }

    void cutOff(String where) {
        truncation = name + ": " + where;
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
        } catch (CaptureIoException e) {
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new CaptureIoException(name, e);
        }
    }
}
