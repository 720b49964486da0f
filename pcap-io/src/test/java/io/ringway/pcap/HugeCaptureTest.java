package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Captures beyond 2 GiB, where 32-bit offsets end. */
class HugeCaptureTest {
    private static final int FRAME_BYTES = 60_000;

    /** A header, then one record over and over, without holding more than one. */
    private static final class EndlessCapture implements ReadableByteChannel {
        private final byte[] header;
        private final byte[] record;
        private long left;
        private int at;
        private boolean inHeader = true;

        EndlessCapture(byte[] header, byte[] record, long lengthBytes) {
            this.header = header;
            this.record = record;
            this.left = lengthBytes;
        }

        @Override
        public int read(ByteBuffer target) {
            if (left == 0) {
                return -1;
            }
            int before = target.position();
            while (target.hasRemaining() && left > 0) {
                byte[] source = inHeader ? header : record;
                int bytes = (int) Math.min(Math.min(target.remaining(), source.length - at), left);
                target.put(source, at, bytes);
                at += bytes;
                left -= bytes;
                if (at == source.length) {
                    at = 0;
                    inHeader = false;
                }
            }
            return target.position() - before;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    @Timeout(30)
    void readsAPcapBeyondTwoGibibytes() throws IOException {
        byte[] header = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, 1).build();
        byte[] record =
                new ByteBuilder(true).pcapRecord(1, 0, frame(1, FRAME_BYTES)).build();
        readsAll(header, record);
    }

    @Test
    @Timeout(30)
    void readsAPcapngBeyondTwoGibibytes() throws IOException {
        byte[] header = new ByteBuilder(true).section().ethernet().build();
        byte[] record =
                new ByteBuilder(true).enhanced(0, 1, frame(1, FRAME_BYTES)).build();
        readsAll(header, record);
    }

    @Test
    @Timeout(30)
    void skipsABlockOfTwoGibibytes() throws IOException {
        long bytes = 0x9000_0000L;
        byte[] header = new ByteBuilder(true).section().u32(0x0bad).u32(bytes).build();
        byte[] word = new ByteBuilder(true).u32(bytes).build();
        byte[] filler = new byte[1 << 16];
        for (int i = 0; i < filler.length; i += 4) {
            System.arraycopy(word, 0, filler, i, 4);
        }
        try (CaptureReader reader =
                CaptureReader.open(new EndlessCapture(header, filler, header.length - 8 + bytes), "huge")) {
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.truncation()).isNull();
            assertThat(reader.positionBytes()).isEqualTo(bytes + 28);
        }
    }

    private static void readsAll(byte[] header, byte[] record) throws IOException {
        long frames = 2_200_000_000L / record.length;
        long length = header.length + frames * record.length + 1000;
        FramePool pool = new FramePool(16 << 20);
        Frame[] out = new Frame[64];
        long read = 0;
        try (CaptureReader reader = CaptureReader.open(new EndlessCapture(header, record, length), "huge")) {
            for (int count = reader.readBurst(pool, out, 8); count > 0; count = reader.readBurst(pool, out, 8)) {
                for (int i = 0; i < count; i++) {
                    assertThat(out[i].length()).isEqualTo(FRAME_BYTES);
                    out[i].free();
                }
                read += count;
            }
            assertThat(read).isEqualTo(frames);
            long lastRecord = header.length + frames * record.length;
            assertThat(reader.truncation())
                    .isEqualTo("huge: cut off after frame " + frames + ", at byte " + lastRecord + ": of the next "
                            + record.length + " bytes only 1000 are there");
        }
    }
}
