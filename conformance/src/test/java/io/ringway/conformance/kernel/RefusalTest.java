package io.ringway.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final int EPIPE = 32;

    @Test
    void takesAFrameThatTheDeviceDroppedForOneThatWasSent() {
        assertThat(Refusal.of(Libc.ENOBUFS)).isEqualTo(Refusal.NONE);
    }

    @Test
    void keepsEveryOtherRefusalApart() {
        assertThat(Refusal.of(Libc.EMSGSIZE)).isEqualTo(Refusal.OVER_MTU);
        assertThat(Refusal.of(Libc.ENETDOWN)).isEqualTo(Refusal.DOWN);
        assertThat(Refusal.of(Libc.EIO)).isEqualTo(Refusal.TAP_DOWN);
        assertThatThrownBy(() -> Refusal.of(EPIPE)).isInstanceOf(KernelException.class);
    }
}
