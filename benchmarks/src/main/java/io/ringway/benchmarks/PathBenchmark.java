package io.ringway.benchmarks;

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

/**
 * What a frame pays on its way through a model: by the host's own uplink, over a bridge from container to container, and
 * from a container through MASQUERADE to the uplink. One operation is one frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
public class PathBenchmark {
    private static final int FRAMES = 1024;

    /** Which way through the model. */
    @Param({"host", "bridge", "masquerade"})
    public String path;

    /** 0 is inline; else staged with that burst. */
    @Param({"0", "64"})
    public int stagedBurst;

    /** Bytes of a frame as captured, without the frame check sequence. */
    @Param({"60"})
    public int frameBytes;

    /** Distinct UDP flows. */
    @Param({"1000"})
    public int flows;

    private ModelledPath model;

    @Setup(Level.Trial)
    public void build() {
        model = DockerHost.path(path, flows, frameBytes, stagedBurst);
        model.warm();
    }

    @TearDown(Level.Trial)
    public void everyFrameArrived() {
        model.verify(path.equals("masquerade"));
    }

    /** The whole way. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void forward() {
        for (int sent = 0; sent < FRAMES; ) {
            sent += model.sendBurst();
        }
    }

    /** The baseline: copied into the pool and freed. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void copyOnly() {
        for (int sent = 0; sent < FRAMES; ) {
            sent += model.copyBurst();
        }
    }
}
