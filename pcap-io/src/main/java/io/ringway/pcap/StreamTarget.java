package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A pipe, a device or standard output: nothing can be taken back.
 *
 * @param owned whether the channel ends with the capture; standard output does not
 */
record StreamTarget(WritableByteChannel channel, String name, boolean owned) implements CaptureTarget {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void commit() throws IOException {
        if (owned) {
            channel.close();
        }
    }

    @Override
    public void close() {
        try {
            commit();
        } catch (IOException e) {
            // What matters was reported by write or commit.
        }
    }
}
