package io.ringway.engine.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells devices that their carrier changed, as late as the kernel does: at once where it is urgent or where nothing
 * happened for a second, else when that second is over ({@code net/core/link_watch.c:linkwatch_schedule_work(),
 * __linkwatch_run_queue()}). A device on top of another hears with that one's news, and has news of its own then. As a work
 * queue's, the news wait until what the timers of their moment bring has come to rest.
 */
public final class LinkWatch {
    private static final long INTERVAL_NS = 1_000_000_000L;

    private final Kernel kernel;
    private final Set<Watched> pending = new LinkedHashSet<>();
    private final Timer delay = new Timer(() -> {});
    private long nextNs;
    private long dueNs = Long.MAX_VALUE;

    /** A device, as far as this class knows it. */
    public interface Watched {
        /** Whether the news cannot wait ({@code linkwatch_urgent_event()}). */
        boolean isUrgent();

        /** The news arrived ({@code linkwatch_do_dev()}). */
        void carrierSeen();
    }

    LinkWatch(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The carrier changed. The news never arrive before the present command is done. */
    public void fire(Watched watched) {
        pending.add(watched);
        if (watched.isUrgent()) {
            runAt(kernel.nowNs());
        } else {
            runAt(nextNs);
        }
    }

    /** At the latest: what is due earlier stays so. */
    private void runAt(long timeNs) {
        long now = kernel.nowNs();
        if (timeNs > now && timeNs < dueNs) {
            kernel.timers().arm(delay, timeNs);
            dueNs = delay.deadlineNs();
        } else if (timeNs <= now) {
            kernel.timers().cancel(delay);
            dueNs = Math.min(dueNs, now);
        }
    }

    /** Takes in the news that are due. */
    public void catchUp() {
        while (dueNs <= kernel.nowNs()) {
            run();
        }
    }

    /** Whoever asks for one device gets its news first ({@code linkwatch_sync_dev()}). */
    public void sync(Watched watched) {
        if (pending.remove(watched)) {
            watched.carrierSeen();
        }
    }

    /** All news arrive now, as after a second of rest. */
    public void settle() {
        while (!pending.isEmpty()) {
            List<Watched> all = new ArrayList<>(pending);
            pending.clear();
            all.forEach(Watched::carrierSeen);
        }
        kernel.timers().cancel(delay);
        dueNs = Long.MAX_VALUE;
        nextNs = kernel.nowNs();
    }

    /** The device is gone. */
    public void forget(Watched watched) {
        pending.remove(watched);
    }

    private void run() {
        boolean urgentOnly = kernel.nowNs() < nextNs;
        if (!urgentOnly) {
            nextNs = kernel.tickNs() + INTERVAL_NS;
        }
        dueNs = Long.MAX_VALUE;
        List<Watched> now = new ArrayList<>(pending);
        now.removeIf(watched -> urgentOnly && !watched.isUrgent());
        now.forEach(pending::remove);
        now.forEach(Watched::carrierSeen);
        if (!pending.isEmpty()) {
            runAt(nextNs);
        }
    }
}
