package io.ringway.replay;

import io.ringway.engine.core.Kernel;
import io.ringway.replay.request.ReplayException;

/** Virtual time after the last frame, in which what still waits may come to rest: 30 s unless said. */
final class Lingering {
    private static final double MAX_S = 86_400;

    private final Kernel kernel;
    private long lingerNs = 30_000_000_000L;

    Lingering(Kernel kernel) {
        this.kernel = kernel;
    }

    void set(double seconds) {
        if (!(seconds >= 0 && seconds <= MAX_S)) {
            throw ReplayException.usage("lingering for " + seconds + " s: it takes 0 to 86400");
        }
        lingerNs = (long) (seconds * 1e9);
    }

    void run() {
        long end = kernel.nowNs() + lingerNs;
        while (kernel.accounts().heldFrames() > 0 && kernel.timers().nextDeadlineNs() <= end) {
            kernel.advanceTo(kernel.timers().nextDeadlineNs());
        }
    }
}
