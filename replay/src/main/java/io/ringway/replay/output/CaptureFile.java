package io.ringway.replay.output;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Tap;
import io.ringway.packet.Frame;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.request.Direction;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An observer that writes what {@code tcpdump -i IF -w FILE} would; the file appears whole or not at all. */
final class CaptureFile implements Tap, Closeable {
    private final Kernel kernel;
    private final Direction direction;
    private final PcapWriter writer;

    CaptureFile(Kernel kernel, Path file, Direction direction) throws IOException {
        this.kernel = kernel;
        this.direction = direction;
        writer = PcapWriter.create(file);
    }

    @Override
    public void seen(Frame frame, boolean outgoing) {
        if (!direction.wants(outgoing)) {
            return;
        }
        try {
            writer.write(frame, kernel.wallNs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() throws IOException {
        writer.flush();
    }

    void commit() throws IOException {
        writer.commit();
    }

    long frames() {
        return writer.frames();
    }

    /** Without a commit before, nothing is left under the file's name. */
    @Override
    public void close() {
        writer.close();
    }
}
