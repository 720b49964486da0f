package io.ringway.engine.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells devices that their carrier changed, as late as the kernel does: at once where it is urgent or where nothing
 * happened for a second, else when that second is over ({@code net/core/link_watch.c:linkwatch_schedule_work(),
 * __linkwatch_run_queue()}). It is no timer: nothing but a command can tell when the news arrive, so that they may be taken
 * in late, before the next command, as long as they are as of when they were due.
 */
public final class LinkWatch {
    private static final long INTERVAL_NS = 1_000_000_000L;

    private final Kernel kernel;
    private final Set<Watched> pending = new LinkedHashSet<>();
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
        long now = kernel.nowNs();
        dueNs = Math.min(dueNs, watched.isUrgent() ? now : Math.max(now, nextNs));
    }

    /** Takes in the news that are due. */
    public void catchUp() {
        if (dueNs <= kernel.nowNs()) {
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
        dueNs = Long.MAX_VALUE;
        List<Watched> all = new ArrayList<>(pending);
        pending.clear();
        all.forEach(Watched::carrierSeen);
    }

    /** The device is gone. */
    public void forget(Watched watched) {
        pending.remove(watched);
    }

    private void run() {
        boolean urgentOnly = dueNs < nextNs;
        if (!urgentOnly) {
            nextNs = dueNs + INTERVAL_NS;
        }
        List<Watched> now = new ArrayList<>(pending);
        now.removeIf(watched -> urgentOnly && !watched.isUrgent());
        now.forEach(pending::remove);
        now.forEach(Watched::carrierSeen);
        dueNs = pending.isEmpty() ? Long.MAX_VALUE : nextNs;
        catchUp();
    }
}
