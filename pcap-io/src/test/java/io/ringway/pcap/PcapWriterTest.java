package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.Captures.Read;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcapWriterTest {
    private static final long TIME_NS = 1_700_000_000_123_456_789L;

    @TempDir
    private Path folder;

    private final FramePool pool = new FramePool();

    private Frame pooled(byte[] bytes) {
        Frame frame = pool.allocate(bytes.length);
        frame.put(0, bytes);
        return frame;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void writesExactlyTheseBytes() throws IOException {
        byte[] data = frame(1, 60);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapWriter writer = PcapWriter.to(Channels.newChannel(out), "out", TimestampPrecision.NANOSECONDS)) {
            writer.write(pooled(data), TIME_NS);
            writer.commit();
        }
        byte[] expected = new ByteBuilder(true)
                .u32(0xa1b23c4dL)
                .u16(2)
                .u16(4)
                .u32(0)
                .u32(0)
                .u32(262144)
                .u32(1)
                .pcapRecord(1_700_000_000, 123_456_789, data)
                .build();
        assertThat(out.toByteArray()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrote(TimestampPrecision precision) throws IOException {
        Path file = folder.resolve("out.pcap");
        List<byte[]> written = new ArrayList<>();
        try (PcapWriter writer = PcapWriter.create(file, precision)) {
            for (int i = 0; i < 3000; i++) {
                byte[] data = frame(i, i % 100 == 0 ? FramePool.MAX_FRAME_BYTES - i : i % 1600);
                written.add(data);
                Frame frame = pooled(data);
                writer.write(frame, TIME_NS + i);
                frame.free();
            }
            writer.commit();
            assertThat(writer.frames()).isEqualTo(3000);
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertThat(reader.sizeBytes()).isEqualTo(Files.size(file));
            List<Read> read = Captures.readAll(reader);
            assertThat(read).hasSize(3000);
            for (int i = 0; i < 3000; i++) {
                assertThat(read.get(i).bytes()).isEqualTo(written.get(i));
                assertThat(read.get(i).timestampNs()).isEqualTo((TIME_NS + i) / precision.unitNs * precision.unitNs);
            }
            assertThat(reader.positionBytes()).isEqualTo(reader.sizeBytes());
        }
    }

    @Test
    void keepsTimesWithinWhatTheFormatCanSay() throws IOException {
        Path file = folder.resolve("out.pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            writer.write(pooled(frame(1, 60)), -5);
            writer.write(pooled(frame(1, 60)), Long.MAX_VALUE);
            writer.commit();
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertThat(Captures.readAll(reader))
                    .extracting(read -> read.timestampNs() / 1_000_000_000L)
                    .containsExactly(0L, 0xffff_ffffL);
        }
    }

    @Test
    void showsAFileOnlyWhenItIsWhole() throws IOException {
        Path file = folder.resolve("out.pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            writer.write(pooled(frame(1, 60)), TIME_NS);
            writer.flush();
            assertThat(file).doesNotExist();
            assertThat(files()).singleElement().asString().matches("\\.out\\.pcap\\.\\d+-\\d+\\.partial");
            writer.commit();
            assertThat(files()).containsExactly("out.pcap");
        }
        assertThat(file).hasSize(24 + 16 + 60);
    }

    @Test
    void leavesAPreviousFileAsItWasWithoutACommit() throws IOException {
        Path file = Files.writeString(folder.resolve("out.pcap"), "previous");
        try (PcapWriter writer = PcapWriter.create(file)) {
            writer.write(pooled(frame(1, 60)), TIME_NS);
            writer.flush();
        }
        assertThat(file).hasContent("previous");
        assertThat(files()).containsExactly("out.pcap");
    }

    @Test
    void followsALinkInsteadOfReplacingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("real.pcap"), "previous");
        Path link = Files.createSymbolicLink(folder.resolve("link.pcap"), Path.of("real.pcap"));
        try (PcapWriter writer = PcapWriter.create(link)) {
            writer.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasSize(24);
    }

    @Test
    void writesADeviceThrough() throws IOException {
        try (PcapWriter writer = PcapWriter.create(Path.of("/dev/null"))) {
            writer.write(pooled(frame(1, 60)), TIME_NS);
            writer.commit();
        }
        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void saysInOneLineWhyAFileCannotBeWritten() {
        Path nowhere = folder.resolve("nowhere/out.pcap");
        assertThatThrownBy(() -> PcapWriter.create(nowhere))
                .isInstanceOf(CaptureIoException.class)
                .hasMessage(nowhere + ": no such folder: " + nowhere.getParent());
        assertThatThrownBy(() -> PcapWriter.create(folder))
                .isInstanceOf(CaptureIoException.class)
                .hasMessage(folder + ": is a directory");
        Path unwritable = Path.of("/proc/sys/out.pcap");
        assertThatThrownBy(() -> PcapWriter.create(unwritable))
                .isInstanceOf(CaptureIoException.class)
                .hasMessageStartingWith(unwritable + ": ");
    }

    @Test
    void saysWhenTheDeviceIsFullAndDoesNotCommitWhatIsNotWhole() throws IOException {
        try (PcapWriter writer = PcapWriter.create(Path.of("/dev/full"))) {
            writer.write(pooled(frame(1, 60)), TIME_NS);
            assertThatThrownBy(writer::flush)
                    .isInstanceOf(CaptureIoException.class)
                    .hasMessage("/dev/full: No space left on device");
            assertThatThrownBy(writer::commit).hasMessage("/dev/full: not whole after an earlier error");
        }
    }

    @Test
    void writesToAChannelThatTakesAFewBytesAtATime() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WritableByteChannel slow = new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) {
                int bytes = Math.min(7, source.remaining());
                for (int i = 0; i < bytes; i++) {
                    out.write(source.get());
                }
                return bytes;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        byte[] data = frame(1, 1000);
        try (PcapWriter writer = PcapWriter.to(slow, "slow", TimestampPrecision.MICROSECONDS)) {
            for (int i = 0; i < 2000; i++) {
                writer.write(pooled(data), TIME_NS);
            }
            writer.commit();
        }
        assertThat(Captures.readAll(out.toByteArray()))
                .hasSize(2000)
                .allSatisfy(read -> assertThat(read.bytes()).isEqualTo(data));
    }

    @Test
    void refusesFramesAfterTheCommit() throws IOException {
        try (PcapWriter writer = PcapWriter.create(folder.resolve("out.pcap"))) {
            writer.commit();
            Frame frame = pooled(frame(1, 60));
            assertThatThrownBy(() -> writer.write(frame, TIME_NS)).hasMessageEndingWith("out.pcap: closed");
        }
    }

    @Test
    void goesThroughANamedPipeToAReader() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        byte[] data = frame(1, 1000);
        Thread sender = new Thread(() -> {
            try (PcapWriter writer = PcapWriter.create(pipe)) {
                Frame frame = pooled(data);
                for (int i = 0; i < 1000; i++) {
                    writer.write(frame, TIME_NS + i);
                }
                writer.commit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        sender.start();
        try (CaptureReader reader = CaptureReader.open(pipe)) {
            assertThat(reader.sizeBytes()).isEqualTo(-1);
            assertThat(Captures.readAll(reader)).hasSize(1000);
        }
        sender.join();
    }

    @Test
    void leavesNoPartialFileBehindWhenTheProcessIsTerminated() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Unfinished.class.getName(),
                        folder.resolve("out.pcap").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('w');
        assertThat(files()).singleElement().asString().endsWith(".partial");
        process.destroy();
        process.waitFor();
        assertThat(files()).isEmpty();
    }

    /** A program that is terminated while it writes. */
    static final class Unfinished {
        private Unfinished() {}

        public static void main(String[] arguments) throws IOException {
            try (PcapWriter writer = PcapWriter.create(Path.of(arguments[0]))) {
                writer.flush();
                System.out.print("w");
                System.out.flush();
                System.in.read();
            }
        }
    }
}
