package io.ringway.engine.core;

/**
 * How late the kernel's timers are ({@code timer.c:calc_wheel_index()}): one that is far away waits in a slot of many ticks, and
 * fires when the slot's end is past. Timers of the model are in time unless it is told where the kernel's ticks lie, on
 * which the ends of slots hang; then they fire when the kernel's do.
 */
public final class TimerWheel {
    static final long TICK_NS = 4_000_000;

    /** The nearest level has slots of one tick; each further one, of eight times as many. */
    private static final int LEVEL_SHIFT = 3;

    /** So many slots of its own lie before a level ends. */
    private static final long LEVEL_SLOTS = 63;

    /** Virtual time at which the kernel's count of ticks was 0. */
    private final long zeroNs;

    TimerWheel(long zeroNs) {
        this.zeroNs = zeroNs;
    }

    /** The slot of a timer's level: how late it may be. */
    static long slotNs(long delayNs) {
        return TICK_NS * slotTicks(level(delayNs / TICK_NS));
    }

    private static long slotTicks(int level) {
        return 1L << (LEVEL_SHIFT * level);
    }

    /** Which level a timer so far away waits in. */
    static int level(long ticks) {
        int level = 0;
        while (ticks >= LEVEL_SLOTS * slotTicks(level)) {
            level++;
        }
        return level;
    }

    /** The kernel's count of ticks at that time. */
    long tick(long timeNs) {
        return Math.floorDiv(timeNs - zeroNs, TICK_NS);
    }

    /** When that tick is. */
    long timeNs(long tick) {
        return zeroNs + tick * TICK_NS;
    }

    /** The level of a timer that is armed now. */
    int level(long nowNs, long deadlineNs) {
        return level(tick(deadlineNs) - tick(nowNs));
    }

    /** When its slot ends: never in time, but at the tick that begins the next slot ({@code timer.c:calc_index()}). */
    long endNs(long deadlineNs, int level) {
        long slot = slotTicks(level);
        return timeNs((Math.floorDiv(tick(deadlineNs), slot) + 1) * slot);
    }
}
