package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickClockTest {
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger LATEST = BigInteger.valueOf(TickClock.LATEST);

    @Test
    void agreesWithExactArithmeticForEveryResolutionAndRandomTicks() {
        Random random = new Random(1);
        for (int resolution = 0; resolution < 256; resolution++) {
            TickClock clock = new TickClock(resolution, 0);
            for (int i = 0; i < 2000; i++) {
                long ticks = random.nextLong() >>> random.nextInt(64);
                BigInteger exact = exact(resolution, ticks);
                long ns = clock.toNs(ticks);
                String what = "resolution " + resolution + ", ticks " + Long.toUnsignedString(ticks);
                if (exact.compareTo(LATEST.subtract(SECOND.shiftLeft(1))) > 0) {
                    assertThat(ns).as(what).isGreaterThan(TickClock.LATEST - 2_000_000_000L);
                } else if (resolution > 27 && resolution < 0x80) {
                    assertThat(ns).as(what).isZero();
                } else {
                    assertThat(ns).as(what).isEqualTo(exact.longValueExact());
                }
            }
        }
    }

    @Test
    void addsAnOffsetOfSecondsAndStaysWithinRange() {
        assertThat(new TickClock(6, 10).toNs(5)).isEqualTo(10_000_005_000L);
        assertThat(new TickClock(6, -10).toNs(11_000_000)).isEqualTo(1_000_000_000L);
        assertThat(new TickClock(9, Long.MAX_VALUE).toNs(TickClock.LATEST)).isEqualTo(TickClock.LATEST);
        assertThat(new TickClock(9, Long.MIN_VALUE).toNs(0)).isNegative();
        assertThat(new TickClock(0, 1).toNs(-1)).isEqualTo(TickClock.LATEST);
    }

    private static BigInteger exact(int resolution, long ticks) {
        BigInteger ns = new BigInteger(Long.toUnsignedString(ticks)).multiply(SECOND);
        int exponent = resolution & 0x7f;
        return resolution < 0x80 ? ns.divide(BigInteger.TEN.pow(exponent)) : ns.shiftRight(exponent);
    }
}
