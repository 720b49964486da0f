package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither reading nor writing may leave work for the garbage collector that grows with the number of frames. */
class AllocationTest {
    private static final int FRAMES = 200_000;
    private static final long ALLOWED_BYTES = FRAMES / 4;

    @TempDir
    private Path folder;

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void readingAndWritingAllocateNothingPerFrame() throws IOException {
        FramePool pool = new FramePool();
        Path file = folder.resolve("many.pcap");
        write(pool, file);
        long before = allocatedBytes();
        write(pool, file);
        assertThat(allocatedBytes() - before).as("writing").isLessThan(ALLOWED_BYTES);

        read(pool, file);
        before = allocatedBytes();
        assertThat(read(pool, file)).isEqualTo(FRAMES);
        assertThat(allocatedBytes() - before).as("reading").isLessThan(ALLOWED_BYTES);
    }

    private static void write(FramePool pool, Path file) throws IOException {
        Frame frame = pool.allocate(60);
        frame.fillZero(0, 60);
        try (PcapWriter writer = PcapWriter.create(file)) {
            for (int i = 0; i < FRAMES; i++) {
                writer.write(frame, i);
            }
            writer.commit();
        }
        frame.free();
    }

    private static int read(FramePool pool, Path file) throws IOException {
        Frame[] out = new Frame[256];
        int frames = 0;
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (int count = reader.readBurst(pool, out, 256); count > 0; count = reader.readBurst(pool, out, 256)) {
                for (int i = 0; i < count; i++) {
                    out[i].free();
                }
                frames += count;
            }
        }
        return frames;
    }
}
