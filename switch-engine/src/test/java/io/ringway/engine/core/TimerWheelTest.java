package io.ringway.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private static final long MS = 1_000_000;

    @Test
    void slotsAreLongerTheFartherATimerIs() {
        assertThat(TimerWheel.slotNs(248 * MS)).isEqualTo(4 * MS);
        assertThat(TimerWheel.slotNs(1_000 * MS)).isEqualTo(32 * MS);
        assertThat(TimerWheel.slotNs(5_000 * MS)).isEqualTo(256 * MS);
        assertThat(TimerWheel.slotNs(30_000 * MS)).isEqualTo(2_048 * MS);
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
