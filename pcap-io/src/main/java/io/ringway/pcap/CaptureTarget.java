package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a capture is written to, and what makes it visible there. */
sealed interface CaptureTarget permits FileTarget, StreamTarget {
    String name();

    /** Writes all of {@code bytes}. */
    void write(ByteBuffer bytes) throws IOException;

    /** Makes all that was written the content of the target. */
    void commit() throws IOException;

    /** Closes; without a commit before, a file's previous content stays. */
    void close();
}
