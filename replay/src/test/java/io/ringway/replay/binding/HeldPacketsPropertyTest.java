package io.ringway.replay.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that wait go when, and in the order in which, a plain search of all of them lets them go. */
class HeldPacketsPropertyTest {
    private static final int STEPS = 3000;
    private static final long MILLISECOND_NS = 1_000_000;

    /** What is done with a queue of either kind. */
    private interface Queue {
        void take(Frame frame, int from, int to);

        void ended(long tag);

        void finish();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void goAsThePlainSearchSays(long seed) {
        List<String> plain = run(seed, true);
        assertThat(run(seed, false)).as("seed %d", seed).isEqualTo(plain);
        assertThat(plain).hasSizeGreaterThan(STEPS / 4);
    }

    /** 3,000 packets wait for others that never come, 4,000 behind them for one that does: the plain search takes minutes. */
    @Test
    void costTheSameHoweverManyWait() {
        Kernel kernel = new Kernel(1);
        List<Long> sent = new ArrayList<>();
        HeldPackets held = new HeldPackets(kernel, frame -> {
            sent.add(frame.history().tag());
            frame.free();
        });
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int host = 1; host <= 3000; host++) {
            held.take(frame(kernel, host), 0, host);
            held.take(frame(kernel, 10_000 + host), host, 10_000 + host);
        }
        held.take(frame(kernel, 20_000), 0, 20_000);
        for (int i = 1; i <= 4000; i++) {
            held.take(frame(kernel, 20_000 + i), 20_000, 20_000 + i);
        }
        held.ended(20_000, null);
        kernel.advanceTo(MILLISECOND_NS);
        assertThat(sent).hasSize(3001 + 4000).endsWith(24_000L);
        held.finish(untilNs -> {});
        assertThat(sent).hasSize(2 * 3000 + 4001);
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / MILLISECOND_NS)
                .isLessThan(1000);
    }

    private static List<String> run(long seed, boolean plain) {
        Kernel kernel = new Kernel(1);
        Random random = new Random(seed);
        List<String> log = new ArrayList<>();
        Queue[] queue = new Queue[1];
        // Whether a packet is there at once is its own matter, whoever sends it when.
        HeldPackets.Sender sender = frame -> {
            long tag = frame.history().tag();
            log.add(kernel.nowNs() + " " + tag);
            frame.free();
            if (tag * 31 % 7 < 3) {
                queue[0].ended(tag);
            }
        };
        queue[0] = plain ? plain(new PlainHeldPackets(kernel, sender)) : fast(new HeldPackets(kernel, sender));
        int hosts = 2 + random.nextInt(12);
        for (int step = 1; step <= STEPS; step++) {
            kernel.advanceTo(kernel.nowNs() + 1 + random.nextInt(40) * MILLISECOND_NS);
            if (random.nextInt(3) > 0) {
                long tag = random.nextInt(8) == 0 ? Math.max(1, step - random.nextInt(5)) : step;
                queue[0].take(frame(kernel, tag), random.nextInt(hosts), random.nextInt(hosts));
            } else {
                queue[0].ended(Math.max(1, step - random.nextInt(60)));
            }
        }
        queue[0].finish();
        return log;
    }

    private static Frame frame(Kernel kernel, long tag) {
        Frame frame = kernel.pool().allocate(60);
        frame.history().setTag(tag);
        return frame;
    }

    private static Queue fast(HeldPackets held) {
        return queue(held::take, held::ended, () -> held.finish(untilNs -> {}));
    }

    private static Queue plain(PlainHeldPackets held) {
        return queue(held::take, held::ended, () -> held.finish(untilNs -> {}));
    }

    private interface Take {
        void take(Frame frame, int from, int to);
    }

    private static Queue queue(Take take, BiConsumer<Long, DropReason> ended, Runnable finish) {
        return new Queue() {
            @Override
            public void take(Frame frame, int from, int to) {
                take.take(frame, from, to);
            }

            @Override
            public void ended(long tag) {
                ended.accept(tag, null);
            }

            @Override
            public void finish() {
                finish.run();
            }
        };
    }
}
