package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.ringway.packet.FramePool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures that are compressed, whole, in parts, cut off and damaged. */
class CompressionTest {
    private static final int FRAMES = 400;

    private static byte[] plain() {
        ByteBuilder capture = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, 1);
        for (int i = 0; i < FRAMES; i++) {
            capture.u32(i).u32(0).u32(600).u32(600).raw(Captures.frame(i, 600));
        }
        return capture.build();
    }

    private static byte[] compress(String kind, byte[] bytes) throws IOException {
        if (kind.equals("zstd")) {
            return Zstd.compress(bytes);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<String> texts(List<Captures.Read> frames) {
        return frames.stream().map(Captures.Read::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void readsWhatWasCompressed(String kind) throws IOException {
        assertThat(texts(Captures.readAll(compress(kind, plain())))).isEqualTo(texts(Captures.readAll(plain())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void readsWhatWasCompressedInTwoParts(String kind) throws IOException {
        byte[] whole = plain();
        int middle = whole.length / 2 + 7;
        byte[] parts = join(
                compress(kind, Arrays.copyOf(whole, middle)),
                compress(kind, Arrays.copyOfRange(whole, middle, whole.length)));
        assertThat(Captures.readAll(parts)).hasSize(FRAMES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x50, 0x5f})
    void passesOverSkippableFramesBeforeBetweenAndBehind(int magic) throws IOException {
        byte[] skippable = {(byte) magic, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
        byte[] whole = plain();
        byte[] first = join(skippable, compress("zstd", Arrays.copyOf(whole, 100)));
        byte[] second = join(skippable, compress("zstd", Arrays.copyOfRange(whole, 100, whole.length)));
        try (CaptureReader reader = Captures.open(join(join(first, second), skippable))) {
            assertThat(Captures.readAll(reader)).hasSize(FRAMES);
            assertThat(reader.truncation()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void deliversWhatIsBeforeTheCutAndSaysWhereItIs(String kind) throws IOException {
        byte[] compressed = compress(kind, plain());
        List<String> all = texts(Captures.readAll(plain()));
        for (int length = compressed.length - 1;
                length > compressed.length * 6 / 10;
                length -= compressed.length / 23) {
            try (CaptureReader reader = Captures.open(Arrays.copyOf(compressed, length))) {
                List<String> frames = texts(Captures.readAll(reader));
                assertThat(all).startsWith(frames.toArray(String[]::new));
                assertThat(reader.truncation())
                        .isEqualTo("test.pcap: cut off after frame " + frames.size()
                                + ": the compressed data end too early, at byte " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void neverFailsButByARefusalWhateverByteIsDamaged(String kind) throws IOException {
        byte[] compressed = compress(kind, plain());
        FramePool pool = new FramePool();
        int refused = 0;
        for (int at = 0; at < compressed.length; at += 997) {
            byte[] damaged = compressed.clone();
            damaged[at] ^= 0x55;
            try (CaptureReader reader = Captures.open(damaged)) {
                for (var frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                    frame.free();
                }
            } catch (CaptureFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void saysWhatIsDamaged() throws IOException {
        byte[] compressed = compress("gzip", plain());
        compressed[compressed.length - 6] ^= 1;
        try (CaptureReader reader = Captures.open(compressed)) {
            assertThatThrownBy(() -> Captures.readAll(reader))
                    .isInstanceOf(CaptureFormatException.class)
                    .hasMessageStartingWith("test.pcap: damaged gzip data before byte ");
        }
    }

    @Test
    void countsTheBytesOfTheFileForProgress() throws IOException {
        byte[] compressed = compress("zstd", plain());
        try (CaptureReader reader = Captures.open(compressed)) {
            Captures.readAll(reader);
            assertThat(reader.positionBytes()).isEqualTo(compressed.length);
        }
    }
}
