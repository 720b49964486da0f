package io.ringway.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Stage;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private static final long MS = 1_000_000;
    private static final Place NOWHERE = new Place() {
        @Override
        public String namespace() {
            return "";
        }

        @Override
        public String place() {
            return "";
        }
    };

    @Test
    void slotsAreLongerTheFartherATimerIs() {
        assertThat(TimerWheel.slotNs(248 * MS)).isEqualTo(4 * MS);
        assertThat(TimerWheel.slotNs(1_000 * MS)).isEqualTo(32 * MS);
        assertThat(TimerWheel.slotNs(5_000 * MS)).isEqualTo(256 * MS);
        assertThat(TimerWheel.slotNs(30_000 * MS)).isEqualTo(2_048 * MS);
    }

    @Test
    void aTimerThatFollowsTheKernelsTicksFiresWhenItsSlotEnds() {
        Kernel kernel = new Kernel(1);
        kernel.followTicks(-1 * MS);
        assertThat(firesAt(kernel, 2 * MS)).isEqualTo(3 * MS);
        assertThat(firesAt(kernel, 200 * MS)).isEqualTo(203 * MS);
        // 250 ticks away: slots of 8 ticks, counted from the kernel's own beginning.
        assertThat(firesAt(kernel, 1_000 * MS)).isEqualTo(1_023 * MS);
        assertThat(firesAt(kernel, 5_000 * MS)).isEqualTo(5_119 * MS);
        assertThat(firesAt(kernel, 30_000 * MS)).isEqualTo(30_719 * MS);
    }

    @Test
    void ofTimersThatFireTogetherTheFarthestLevelComesFirstThenTheYoungest() {
        Kernel kernel = new Kernel(1);
        kernel.followTicks(0);
        StringBuilder fired = new StringBuilder();
        kernel.timers().arm(new Timer(() -> fired.append('b')), 1_000 * MS);
        kernel.timers().arm(new Timer(() -> fired.append('a')), 1_010 * MS);
        kernel.advanceTo(900 * MS);
        kernel.timers().arm(new Timer(() -> fired.append('c')), 1_020 * MS);
        kernel.advanceTo(1_100 * MS);
        assertThat(fired).hasToString("abc");
    }

    @Test
    void timersOfOneMomentAllFireBeforeWhatTheyBringIsReceived() {
        Kernel kernel = new Kernel(1);
        StringBuilder order = new StringBuilder();
        Stage received = kernel.executor()
                .queued(
                        frame -> {
                            order.append('r');
                            kernel.leave(frame, "", "", "");
                        },
                        NOWHERE);
        for (int i = 0; i < 2; i++) {
            kernel.timers()
                    .arm(
                            new Timer(() -> {
                                order.append('t');
                                received.receive(kernel.originate(60));
                            }),
                            5 * MS);
        }
        kernel.advanceTo(5 * MS);
        assertThat(order).hasToString("ttrr");
    }

    private static long firesAt(Kernel kernel, long deadlineNs) {
        Timer timer = new Timer(() -> {});
        kernel.timers().arm(timer, deadlineNs);
        return timer.deadlineNs();
    }

    @Test
    void aTimersSlotIsThatOfTheDelayItWasArmedWith() {
        Kernel kernel = new Kernel(1);
        kernel.advanceTo(70_000 * MS);
        kernel.timers().arm(new Timer(() -> {}), 100_000 * MS);
        kernel.advanceTo(99_000 * MS);
        assertThat(kernel.timers().nextLatestNs()).isEqualTo(102_048 * MS);
    }
}
