package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class SpscFrameRingTest {
    private final FramePool pool = new FramePool();

    @Test
    void roundsItsCapacityUpToAPowerOfTwo() {
        assertThat(new SpscFrameRing(1).capacity()).isEqualTo(2);
        assertThat(new SpscFrameRing(2).capacity()).isEqualTo(2);
        assertThat(new SpscFrameRing(5).capacity()).isEqualTo(8);
        assertThat(new SpscFrameRing(256).capacity()).isEqualTo(256);
        assertThat(new SpscFrameRing(257).capacity()).isEqualTo(512);
    }

    @Test
    void handsFramesOnInOrder() {
        SpscFrameRing ring = new SpscFrameRing(4);
        Frame first = pool.allocate(60);
        Frame second = pool.allocate(60);

        assertThat(ring.offer(first)).isTrue();
        assertThat(ring.offer(second)).isTrue();

        assertThat(ring.poll()).isSameAs(first);
        assertThat(ring.poll()).isSameAs(second);
        assertThat(ring.poll()).isNull();
    }

    @Test
    void refusesAFrameWhenItIsFullAndLosesNone() {
        SpscFrameRing ring = new SpscFrameRing(2);
        Frame first = pool.allocate(60);
        Frame second = pool.allocate(60);
        Frame third = pool.allocate(60);
        ring.offer(first);
        ring.offer(second);

        assertThat(ring.offer(third)).isFalse();

        assertThat(ring.poll()).isSameAs(first);
        assertThat(ring.offer(third)).isTrue();
        assertThat(ring.poll()).isSameAs(second);
        assertThat(ring.poll()).isSameAs(third);
    }

    @Test
    void drainsNoMoreThanItsLimit() {
        SpscFrameRing ring = new SpscFrameRing(8);
        for (int i = 0; i < 5; i++) {
            Frame frame = pool.allocate(60);
            frame.history().setId(i);
            ring.offer(frame);
        }
        List<Long> seen = new ArrayList<>();

        assertThat(ring.drain(frame -> seen.add(frame.history().id()), 3)).isEqualTo(3);
        assertThat(seen).containsExactly(0L, 1L, 2L);
        assertThat(ring.drain(frame -> seen.add(frame.history().id()), 3)).isEqualTo(2);
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(ring.drain(frame -> seen.add(frame.history().id()), 3)).isZero();
    }

    @Test
    void aFrameMayGoRoundManyTimes() {
        SpscFrameRing ring = new SpscFrameRing(2);
        Frame frame = pool.allocate(60);

        for (int i = 0; i < 100_000; i++) {
            assertThat(ring.offer(frame)).isTrue();
            assertThat(ring.poll()).isSameAs(frame);
        }
    }

    /** Two threads, a small ring: order, content and count must survive, whatever the scheduler does. */
    @Test
    void losesNothingBetweenTwoThreads() throws Exception {
        int laps = 300_000;
        SpscFrameRing there = new SpscFrameRing(64);
        SpscFrameRing back = new SpscFrameRing(64);
        for (int i = 0; i < 48; i++) {
            back.offer(pool.allocate(64));
        }
        FutureTask<Void> producer = new FutureTask<>(
                () -> {
                    for (int i = 0; i < laps; i++) {
                        Frame frame = take(back);
                        frame.history().setId(i);
                        frame.putI32(0, i);
                        frame.putI32(60, ~i);
                        give(there, frame);
                    }
                },
                null);
        Thread thread = new Thread(producer, "producer");
        thread.start();
        try {
            for (int i = 0; i < laps; i++) {
                Frame frame = take(there);
                if (frame.history().id() != i || frame.i32(0) != i || frame.i32(60) != ~i) {
                    fail("frame %d came as %d: %08x %08x", i, frame.history().id(), frame.i32(0), frame.i32(60));
                }
                give(back, frame);
            }
            producer.get();
        } finally {
            thread.interrupt();
        }

        assertThat(there.poll()).isNull();
    }

    private static Frame take(SpscFrameRing ring) {
        Frame frame = ring.poll();
        while (frame == null) {
            awaitOtherSide();
            frame = ring.poll();
        }
        return frame;
    }

    private static void give(SpscFrameRing ring, Frame frame) {
        while (!ring.offer(frame)) {
            awaitOtherSide();
        }
    }

    private static void awaitOtherSide() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("the other side has stopped");
        }
        Thread.yield();
    }
}
