package io.ringway.replay.scale;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run has cost up to each few thousand frames: CPU time of its thread, and that of the process with garbage
 * collection and compiler in it. Other programs on the machine add to neither, but for the caches that they share.
 */
final class Pulse {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<long[]> beats = new ArrayList<>();

    void beat() {
        beats.add(new long[] {ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), processNs()});
    }

    static long processNs() {
        return SYSTEM.getProcessCpuTime();
    }

    /** The run's CPU time, all threads. */
    long totalNs() {
        return beats.get(beats.size() - 1)[1] - beats.get(0)[1];
    }

    /**
     * What a frame cost the thread in a tenth of the run: a quarter of all beats in it were faster. What other programs do to
     * the caches only adds, so this is steadier than the median.
     *
     * @param tenth from 0
     */
    double threadNs(int tenth, long frames) {
        int from = beat(tenth);
        long[] each = new long[beat(tenth + 1) - from];
        for (int i = 0; i < each.length; i++) {
            each[i] = beats.get(from + i + 1)[0] - beats.get(from + i)[0];
        }
        Arrays.sort(each);
        return each[each.length / 4] * (beats.size() - 1) / (double) frames;
    }

    /** What a frame cost the process, the mean of those tenths of the run. */
    double processNs(int fromTenth, int untilTenth, long frames) {
        int from = beat(fromTenth);
        int until = beat(untilTenth);
        return (beats.get(until)[1] - beats.get(from)[1]) / (double) (until - from) * (beats.size() - 1) / frames;
    }

    private int beat(int tenth) {
        return (beats.size() - 1) * tenth / 10;
    }

    /** Bytes of the heap that something still needs; the serial collector leaves some gaps, but for each fourth time. */
    static long liveBytes() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
