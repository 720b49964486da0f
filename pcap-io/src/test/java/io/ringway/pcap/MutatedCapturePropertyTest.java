package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes, a reader delivers frames, ends, or refuses; nothing else. */
class MutatedCapturePropertyTest {
    private static final int FILES = 20_000;

    @Test
    @Timeout(30)
    void survivesMutatedAndRandomFiles() throws IOException {
        byte[][] seeds = {pcap(true), pcap(false), pcapng(true), pcapng(false), cooked(113), cooked(276), cooked(101)};
        FramePool pool = new FramePool(64 << 20);
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] file = seed % 10 == 0 ? random(random) : mutate(seeds[random.nextInt(seeds.length)].clone(), random);
            try {
                readThrough(file, pool);
            } catch (CaptureFormatException e) {
                refused++;
                assertThat(e.getMessage())
                        .as("seed %d", seed)
                        .startsWith("test.pcap: ")
                        .doesNotContain("\n");
                assertThat(e.byteOffset()).as("seed %d", seed).isBetween(0L, (long) file.length);
            } catch (IOException | RuntimeException e) {
                fail("seed " + seed + ": " + HexFormat.of().formatHex(file), e);
            }
            assertThat(pool.freeCells()).as("seed %d", seed).isEqualTo(pool.totalCells());
        }
        assertThat(refused).as("of %d files", FILES).isBetween(FILES / 5, FILES * 4 / 5);
    }

    private static void readThrough(byte[] file, FramePool pool) throws IOException {
        try (CaptureReader reader =
                CaptureReader.open(Channels.newChannel(new ByteArrayInputStream(file)), "test.pcap")) {
            long frames = 0;
            long bytes = 0;
            Frame[] burst = new Frame[3];
            for (int count = reader.readBurst(pool, burst, 3); count > 0; count = reader.readBurst(pool, burst, 3)) {
                for (int i = 0; i < count; i++) {
                    bytes += burst[i].length();
                    burst[i].free();
                }
                frames += count;
            }
            assertThat(reader.frames()).isEqualTo(frames);
            assertThat(bytes).isLessThanOrEqualTo(file.length);
        }
    }

    private static byte[] random(Random random) {
        byte[] file = new byte[random.nextInt(400)];
        random.nextBytes(file);
        byte[][] magics = {
            {}, {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0}, {10, 13, 13, 10, 28, 0, 0, 0, 77}
        };
        byte[] magic = magics[random.nextInt(magics.length)];
        System.arraycopy(magic, 0, file, 0, Math.min(magic.length, file.length));
        return file;
    }

    private static byte[] mutate(byte[] file, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                default -> {
                    int from = random.nextInt(file.length);
                    int length = Math.min(random.nextInt(40), file.length - Math.max(at, from));
                    System.arraycopy(file, from, file, at, length);
                }
            }
        }
        return file;
    }

    private static byte[] pcap(boolean littleEndian) {
        ByteBuilder capture = new ByteBuilder(littleEndian).pcapHeader(0xa1b23c4dL, littleEndian ? 1 : 0x2400_0001L);
        for (int i = 0; i < 6; i++) {
            capture.pcapRecord(i, i, frame(i, 20 + i));
        }
        return capture.build();
    }

    /** Every other packet is of no protocol that Ethernet carries. */
    private static byte[] cooked(int linkType) {
        ByteBuilder capture = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, linkType);
        for (int i = 0; i < 6; i++) {
            byte[] packet = frame(i, 60 + i);
            String header =
                    linkType == 113 ? "0000000100060200000000010000" : linkType == 276 ? "" : i % 2 == 0 ? "45" : "00";
            String protocol = linkType == 101 ? "" : i % 2 == 0 ? "0800" : "0004";
            String rest = linkType == 276 ? "0000000000020001000602000000000100" : "";
            byte[] front = HexFormat.of().parseHex(header + protocol + rest);
            System.arraycopy(front, 0, packet, 0, front.length);
            capture.pcapRecord(i, i, packet);
        }
        return capture.build();
    }

    private static byte[] pcapng(boolean littleEndian) {
        ByteBuilder capture = new ByteBuilder(littleEndian).section();
        byte[] options = capture.same()
                .option(9, new byte[] {9})
                .option(13, new byte[] {32})
                .endOfOptions()
                .build();
        byte[] flags = capture.same()
                .option(2, capture.same().u32(0x80).build())
                .endOfOptions()
                .build();
        capture.anInterface(1, 100, options).ethernet();
        return capture.enhanced(0, 1, frame(1, 30))
                .enhanced(1, 2, frame(2, 31), 40, flags)
                .block(4, new byte[12])
                .simple(frame(3, 32), 32)
                .section()
                .ethernet()
                .obsolete(0, 3, frame(4, 33))
                .build();
    }
}
