package io.ringway.conformance.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where the ticks of this machine's kernel lie ({@code jiffies}), on which it hangs when its timers fire: read from
 * {@code /proc/timer_list}, which shows the count of ticks beside the clock that {@link System#nanoTime()} shows too. Ticks
 * are at multiples of 4 ms of that clock ({@code tick-sched.c:tick_init_jiffy_update()}).
 */
public final class KernelTicks {
    private static final Path TIMERS = Path.of("/proc/timer_list");
    private static final long TICK_NS = 4_000_000;
    private static final int READINGS = 7;
    private static final long BETWEEN_NS = 11_000_000;

    /** Slots of the farthest level begin where this many ticks are over; what is above does not matter. */
    private static final long ROUND = 1 << 24;

    /** From there to there in a tick there is time to send a frame before the next one. */
    private static final long EARLY_NS = 150_000;

    private static final long LATE_NS = 1_500_000;

    private KernelTicks() {}

    /**
     * When the count was 0, give or take rounds of it that make no difference, by {@link System#nanoTime()}; nothing where the
     * ticks of this kernel are not of 4 ms, or it does not say.
     */
    public static OptionalLong zeroNs() {
        Map<Long, Integer> zeros = new HashMap<>();
        try {
            for (int i = 0; i < READINGS; i++) {
                zeros.merge(reading(Files.readAllLines(TIMERS)), 1, Integer::sum);
                passUntil(System.nanoTime() + BETWEEN_NS);
            }
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
        // A tick may come between the two lines.
        return zeros.entrySet().stream()
                .filter(one -> one.getValue() > READINGS / 2)
                .mapToLong(one -> -one.getKey() * TICK_NS)
                .findFirst();
    }

    /** By how many ticks the count is ahead of the clock. */
    static long reading(List<String> lines) {
        long nowNs = number(lines, "now at ");
        return Math.floorMod(number(lines, "jiffies: ") - nowNs / TICK_NS, ROUND);
    }

    private static long number(List<String> lines, String before) {
        return lines.stream()
                .filter(line -> line.startsWith(before))
                .map(line -> line.substring(before.length()).replaceFirst("\\D.*", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + before));
    }

    /** Waits for a moment from which what a frame causes ends within the same tick. */
    public static void awaitBeginning() {
        long inTick = Math.floorMod(System.nanoTime(), TICK_NS);
        while (inTick < EARLY_NS || inTick > LATE_NS) {
            Thread.yield();
            inTick = Math.floorMod(System.nanoTime(), TICK_NS);
        }
    }

    private static void passUntil(long timeNs) {
        while (System.nanoTime() < timeNs) {
            Thread.yield();
        }
    }
}
