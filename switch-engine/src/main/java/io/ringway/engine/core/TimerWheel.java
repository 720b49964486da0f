package io.ringway.engine.core;

/**
 * How late the kernel's timers are ({@code timer.c:calc_index()}): one that is far away waits in a slot of many ticks, and
 * fires when the slot's end is past. Timers of the model are in time; what asks how much later the kernel would be asks here.
 */
public final class TimerWheel {
    private static final long TICK_NS = 4_000_000;

    /** The nearest level has slots of one tick; each further one, of eight times as many. */
    private static final int LEVEL_SHIFT = 3;

    /** So many slots of its own lie before a level ends. */
    private static final long LEVEL_SLOTS = 63;

    private TimerWheel() {}

    /** Half a slot of a timer's level: by how much the kernel is late on the average, as the phase of its clock has it. */
    public static long latenessNs(long delayNs) {
        return slotNs(delayNs) / 2;
    }

    /** The slot of a timer's level: how late it may be. */
    public static long slotNs(long delayNs) {
        long slot = 1;
        while (delayNs / TICK_NS >= LEVEL_SLOTS * slot) {
            slot <<= LEVEL_SHIFT;
        }
        return slot * TICK_NS;
    }
}
