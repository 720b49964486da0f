package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A pipe, a device or standard output: nothing can be taken back. */
record StreamTarget(WritableByteChannel channel, String name) implements CaptureTarget {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void commit() throws IOException {
        channel.close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // What matters was reported by write or commit.
        }
    }
}
