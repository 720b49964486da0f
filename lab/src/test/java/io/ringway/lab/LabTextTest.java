package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs may be compressed, whatever their names say. */
class LabTextTest {
    private static final byte[] LAB = "ip netns add blue\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(LAB);
        }
        return packed.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("a.lab"), content);
    }

    @Test
    void readsLabsThatGzipOrZstdCompressed() throws IOException {
        for (byte[] content : List.of(LAB, gzip(), Zstd.compress(LAB))) {
            assertThat(Lab.read(List.of(file(content))).commands())
                    .extracting(command -> String.join(" ", command.argv()))
                    .containsExactly("ip netns add blue");
        }
    }

    @Test
    void refusesThoseThatAreCutOffOrDamaged() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(), gzip().length - 9);
        assertThatThrownBy(() -> Lab.read(List.of(file(cut))))
                .hasMessageContaining("cut off: its gzip data end too early");
        byte[] damaged = gzip();
        damaged[12] ^= 0x55;
        assertThatThrownBy(() -> Lab.read(List.of(file(damaged)))).hasMessageContaining("damaged gzip data");
        byte[] frame = Zstd.compress(LAB);
        byte[] half = Arrays.copyOf(frame, frame.length - 3);
        assertThatThrownBy(() -> Lab.read(List.of(file(half))))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("zstd data");
    }
}
