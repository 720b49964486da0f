package io.ringway.engine.ipv4;

import io.ringway.engine.core.Kernel;

/** When a neighbour was last used, confirmed and changed ({@code struct neighbour}: used, confirmed, updated). */
public final class NeighbourTimes {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Kernel kernel;
    private final NeighbourParms parms;
    private long usedNs;
    private long confirmedNs;
    private long updatedNs;

    NeighbourTimes(Kernel kernel, NeighbourParms parms) {
        this.kernel = kernel;
        this.parms = parms;
        used();
        updated();
        unconfirmed();
    }

    void used() {
        usedNs = kernel.tickNs();
    }

    void confirmed() {
        confirmedNs = kernel.tickNs();
    }

    /** As if the last confirmation were too long ago. */
    void unconfirmed() {
        confirmedNs = kernel.tickNs() - 2 * parms.baseReachableNs();
    }

    void updated() {
        updatedNs = kernel.tickNs();
    }

    /** How long the last confirmation counts from now on, in ns; negative when it no longer does. */
    long reachableLeftNs() {
        return confirmedNs + parms.reachableNs() - kernel.tickNs();
    }

    boolean isUsedWithin(long ns) {
        return kernel.tickNs() <= usedNs + ns;
    }

    /** Whether it was confirmed since the wait for it began; where its timer is in time, the kernel is half a slot late. */
    boolean isConfirmedInDelay() {
        long delayNs = parms.delayProbeNs();
        return kernel.tickNs() <= confirmedNs + delayNs - kernel.timers().slotNs(delayNs) / 2;
    }

    boolean isUpdatedWithin(long ns) {
        return kernel.tickNs() <= updatedNs + ns;
    }

    public long sinceUsedSeconds() {
        return (kernel.nowNs() - usedNs) / SECOND_NS;
    }

    public long sinceConfirmedSeconds() {
        return (kernel.nowNs() - confirmedNs) / SECOND_NS;
    }

    public long sinceUpdatedSeconds() {
        return (kernel.nowNs() - updatedNs) / SECOND_NS;
    }
}
