package io.ringway.benchmarks;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.pcap.PcapWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to get a frame out of a capture file into the pool. One operation is one frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
public class FileReadBenchmark {
    private static final int FRAMES = 200 * TestFrames.COUNT;
    private static final int BURST = 256;

    /** Bytes of a frame as captured. */
    @Param({"60", "1514"})
    public int frameBytes;

    private final FramePool pool = new FramePool();
    private final Frame[] burst = new Frame[BURST];
    private TestFrames frames;
    private Path file;

    @Setup(Level.Trial)
    public void writeFile() throws IOException {
        frames = TestFrames.udp("02:00:00:00:00:01", "02:00:00:00:00:02", "192.0.2.1", "192.0.2.2", 1000, frameBytes);
        file = Files.createTempFile("ringway", ".pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = copy(i % TestFrames.COUNT);
                writer.write(frame, i * 1000L);
                frame.free();
            }
            writer.commit();
        }
    }

    @TearDown(Level.Trial)
    public void deleteFile() throws IOException {
        Files.delete(file);
    }

    private Frame copy(int number) {
        Frame frame = pool.allocate(frameBytes);
        frame.put(0, frames.bytes(), number * frameBytes, frameBytes);
        return frame;
    }

    /** A whole file, page cache warm, into the pool by bursts of 256. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void read() throws IOException {
        long read = 0;
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (int got = reader.readBurst(pool, burst, BURST); got > 0; got = reader.readBurst(pool, burst, BURST)) {
                for (int i = 0; i < got; i++) {
                    burst[i].free();
                }
                read += got;
            }
        }
        if (read != FRAMES) {
            throw new AssertionError("read " + read + " of " + FRAMES + " frames");
        }
    }

    /** The baseline: the same bytes copied from memory. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void copyOnly() {
        for (int i = 0; i < FRAMES; i++) {
            copy(i % TestFrames.COUNT).free();
        }
    }
}
