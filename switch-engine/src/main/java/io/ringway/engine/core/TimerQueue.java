package io.ringway.engine.core;

import java.util.Arrays;

/**
 * The armed timers, earliest first: a binary heap. Those of one moment fire in the order in which they were armed; where the
 * kernel's wheel is known, as it fires them: those of the farthest level first, the youngest of a level first
 * ({@code timer.c:collect_expired_timers(), expire_timers()}).
 */
public final class TimerQueue {
    /** Above all numbers of timers. */
    private static final int LEVEL_BIT = 56;

    private Timer[] heap = new Timer[16];
    private int size;
    private long sequence;
    private long nowNs;
    private TimerWheel wheel;

    /** Arms the timer, or moves it if it was armed already. */
    public void arm(Timer timer, long deadlineNs) {
        cancel(timer);
        timer.armedNs = nowNs;
        timer.deadlineNs = deadlineNs;
        timer.sequence = sequence++;
        if (wheel != null) {
            int level = wheel.level(nowNs, deadlineNs);
            timer.deadlineNs = wheel.endNs(deadlineNs, level);
            timer.sequence = -sequence - ((long) level << LEVEL_BIT);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        place(timer, size++);
        siftUp(timer.heapIndex);
    }

    public void cancel(Timer timer) {
        if (!timer.isArmed()) {
            return;
        }
        int hole = timer.heapIndex;
        timer.heapIndex = Timer.IDLE;
        Timer last = heap[--size];
        heap[size] = null;
        if (hole < size) {
            place(last, hole);
            siftUp(hole);
            siftDown(last.heapIndex);
        }
    }

    /** Deadline of the earliest timer, {@link Long#MAX_VALUE} when none is armed. */
    public long nextDeadlineNs() {
        return size == 0 ? Long.MAX_VALUE : heap[0].deadlineNs;
    }

    /** Until when the kernel fires the earliest timer, which it never does before its deadline. */
    public long nextLatestNs() {
        if (size == 0) {
            return Long.MAX_VALUE;
        }
        long deadlineNs = heap[0].deadlineNs;
        return wheel != null ? deadlineNs : deadlineNs + TimerWheel.slotNs(deadlineNs - heap[0].armedNs);
    }

    /** Timers that are armed from now on fire with the kernel's. */
    void follow(TimerWheel kernels) {
        wheel = kernels;
    }

    /** Whether timers fire with a kernel's. */
    boolean isLate() {
        return wheel != null;
    }

    /** How much later than a timer that waits so long the kernel's may be; 0 once they fire together. */
    public long slotNs(long delayNs) {
        return wheel != null ? 0 : TimerWheel.slotNs(delayNs);
    }

    /** Delays of timers are counted from now on. */
    void passTo(long timeNs) {
        nowNs = timeNs;
    }

    /** Takes the earliest timer out. */
    Timer poll() {
        Timer first = heap[0];
        cancel(first);
        return first;
    }

    private void place(Timer timer, int index) {
        heap[index] = timer;
        timer.heapIndex = index;
    }

    private void siftUp(int from) {
        int index = from;
        Timer timer = heap[index];
        while (index > 0) {
            Timer parent = heap[(index - 1) / 2];
            if (!timer.before(parent)) {
                break;
            }
            place(parent, index);
            index = (index - 1) / 2;
        }
        place(timer, index);
    }

    private void siftDown(int from) {
        int index = from;
        Timer timer = heap[index];
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && heap[child + 1].before(heap[child])) {
                child++;
            }
            if (!heap[child].before(timer)) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(timer, index);
    }
}
