package io.ringway.benchmarks;

import io.ringway.packet.Checksum;
import java.nio.ByteBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does it save to adjust an IPv4 header's checksum for a new address, instead of summing the header again? */
@State(Scope.Thread)
public class ChecksumBenchmark {
    private static final int HEADER_BYTES = 20;
    private static final int SOURCE_OFFSET = 12;

    private final ByteBuffer header = ByteBuffer.allocateDirect(HEADER_BYTES);
    private int checksum;
    private int address;

    @Setup
    public void write() {
        for (int i = 0; i < HEADER_BYTES; i += 4) {
            header.putInt(i, 0x9e37_79b9 * (i + 1));
        }
        checksum = sumAgain();
    }

    /** The baseline. */
    @Benchmark
    public int sumAgain() {
        header.putInt(SOURCE_OFFSET, address++);
        return Checksum.finish(Checksum.sum(header, 0, HEADER_BYTES));
    }

    @Benchmark
    public int adjust() {
        int before = header.getInt(SOURCE_OFFSET);
        header.putInt(SOURCE_OFFSET, address++);
        checksum = Checksum.update32(checksum, before, address - 1);
        return checksum;
    }
}
