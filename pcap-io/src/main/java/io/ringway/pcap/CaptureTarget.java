package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Where a capture is written to, and what makes it visible there. */
interface CaptureTarget {
    String name();

    /** Writes all of {@code bytes}. */
    void write(ByteBuffer bytes) throws IOException;

    /** Makes all that was written the content of the target. */
    void commit() throws IOException;

    /** Closes; without a commit before, a file's previous content stays. */
    void close();

    /** A pipe or a device: what is written is visible at once. */
    static CaptureTarget stream(WritableByteChannel channel, String name) {
        return new StreamTarget(channel, name);
    }
}
