package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.LiveSettings.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@link LiveInterfaceIT} runs in a process and namespace of its own, between the ends {@code va} and {@code vb}. */
final class LiveProbe {
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    private static final FramePool POOL = new FramePool();

    private LiveProbe() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "order" -> order();
            case "direction" -> direction();
            case "snaplen" -> snaplen();
            case "overflow" -> overflow();
            case "refusals" -> refusals();
            case "permission" -> permission();
            case "disappearance" -> disappearance();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Frame numbered(int number, int bytes) {
        byte[] data = Captures.frame(number, bytes);
        Frame frame = POOL.allocate(bytes);
        frame.put(0, data);
        frame.putU48(0, 0x0200_0000_00bbL);
        frame.putU48(6, 0x0200_0000_00aaL);
        frame.putU16(12, 0x88b5); // For local experiments: no stack answers.
        return frame;
    }

    private static List<Captures.Read> read(LiveInterface live, int count) throws IOException {
        Frame[] out = new Frame[64];
        List<Captures.Read> frames = new ArrayList<>();
        long start = System.nanoTime();
        while (frames.size() < count && System.nanoTime() - start < DEADLINE_NS) {
            int burst = live.readBurst(POOL, out, Math.min(out.length, count - frames.size()));
            for (int i = 0; i < burst; i++) {
                frames.add(new Captures.Read(out[i].timestampNs(), out[i].toBytes(), out[i].length()));
                out[i].free();
            }
        }
        return frames;
    }

    private static void order() throws IOException {
        for (boolean immediate : new boolean[] {true, false}) {
            LiveSettings settings =
                    LiveSettings.DEFAULT.withImmediate(immediate).withSnaplenBytes(2048);
            try (LiveInterface from = LiveInterface.open("va", settings);
                    LiveInterface to = LiveInterface.open("vb", settings)) {
                long beforeNs = System.currentTimeMillis() * 1_000_000L;
                List<byte[]> sent = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    Frame frame = numbered(i, 14 + i % 1501);
                    sent.add(frame.toBytes());
                    from.inject(frame);
                    frame.free();
                }
                List<Captures.Read> received = read(to, 1000);
                assertThat(received).extracting(Captures.Read::bytes).containsExactlyElementsOf(sent);
                assertThat(received).isSortedAccordingTo((a, b) -> Long.compare(a.timestampNs(), b.timestampNs()));
                long afterNs = (System.currentTimeMillis() + 1) * 1_000_000L;
                assertThat(received).allMatch(read -> read.timestampNs() >= beforeNs && read.timestampNs() <= afterNs);
                assertThat(received).as("nanoseconds").anyMatch(read -> read.timestampNs() % 1000 != 0);
                assertThat(to.statistics()).isEqualTo(new LiveStatistics(1000, 0, 0));
                assertThat(from.readBurst(POOL, new Frame[1], 1)).as("its own").isZero();
            }
        }
        assertThat(POOL.freeCells()).isEqualTo(POOL.totalCells());
    }

    private static void direction() throws IOException {
        LiveSettings settings = LiveSettings.DEFAULT.withSnaplenBytes(2048);
        try (LiveInterface from = LiveInterface.open("va", settings);
                LiveInterface in = LiveInterface.open("vb", settings.withDirection(Direction.IN));
                LiveInterface out = LiveInterface.open("vb", settings.withDirection(Direction.OUT));
                LiveInterface both = LiveInterface.open("vb", settings.withDirection(Direction.INOUT));
                LiveInterface to = LiveInterface.open("vb", settings)) {
            Frame arriving = numbered(1, 60);
            Frame leaving = numbered(2, 61);
            from.inject(arriving);
            to.inject(leaving);
            assertThat(read(both, 2)).extracting(read -> read.bytes().length).containsExactlyInAnyOrder(60, 61);
            assertThat(read(in, 1)).extracting(Captures.Read::bytes).containsExactly(arriving.toBytes());
            assertThat(read(out, 1)).extracting(Captures.Read::bytes).containsExactly(leaving.toBytes());
            assertThat(in.readBurst(POOL, new Frame[1], 1)).isZero();
            assertThat(out.readBurst(POOL, new Frame[1], 1)).isZero();
        }
    }

    private static void snaplen() throws IOException {
        LiveSettings settings = LiveSettings.DEFAULT.withSnaplenBytes(100).withPromiscuous(false);
        try (LiveInterface from = LiveInterface.open("va", LiveSettings.DEFAULT);
                LiveInterface to = LiveInterface.open("vb", settings)) {
            from.inject(numbered(1, 100));
            from.inject(numbered(2, 101));
            assertThat(read(to, 2)).extracting(read -> read.bytes().length).containsExactly(100, 100);
            assertThat(to.snapped()).isEqualTo(1);
        }
    }

    private static void overflow() throws IOException {
        LiveSettings small = LiveSettings.DEFAULT.withBufferBytes(1 << 20).withImmediate(true);
        try (LiveInterface from = LiveInterface.open("va", LiveSettings.DEFAULT);
                LiveInterface to = LiveInterface.open("vb", small)) {
            Frame frame = numbered(1, 60);
            for (int i = 0; i < 1000; i++) {
                from.inject(frame);
            }
            LiveStatistics statistics = to.statistics();
            assertThat(statistics.received()).isEqualTo(1000);
            assertThat(statistics.droppedByKernel()).isBetween(900L, 999L);
            int kept = (int) (1000 - statistics.droppedByKernel());
            assertThat(read(to, kept)).hasSize(kept);
        }
    }

    private static void refusals() throws IOException {
        assertThatThrownBy(() -> LiveInterface.open("nosuch0", LiveSettings.DEFAULT))
                .isInstanceOf(CaptureIoException.class)
                .hasMessageStartingWith("nosuch0: no such interface; libpcap sees ")
                .hasMessageContainingAll("va", "vb");
        assertThatThrownBy(() -> LiveInterface.open("any", LiveSettings.DEFAULT))
                .isInstanceOf(CaptureIoException.class)
                .hasMessageStartingWith("any: link type LINUX_SLL");
        assertThat(LiveInterface.list()).containsExactlyInAnyOrder("va", "vb", "lo");
        LiveInterface.open("lo", LiveSettings.DEFAULT).close();
    }

    private static void permission() {
        assertThatThrownBy(() -> LiveInterface.open("lo", LiveSettings.DEFAULT))
                .isInstanceOf(CaptureIoException.class)
                .hasMessage("lo: permission denied: a live interface needs root, or CAP_NET_RAW and CAP_NET_ADMIN");
    }

    private static void disappearance() throws IOException {
        try (LiveInterface live = LiveInterface.open("vb", LiveSettings.DEFAULT)) {
            new ProcessBuilder("ip", "link", "del", "vb")
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
            assertThatThrownBy(() -> read(live, 1))
                    .isInstanceOf(CaptureIoException.class)
                    .hasMessageStartingWith("vb: ")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
