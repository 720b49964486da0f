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
        usedNs = kernel.nowNs();
    }

    void confirmed() {
        confirmedNs = kernel.nowNs();
    }

    /** As if the last confirmation were too long ago. */
    void unconfirmed() {
        confirmedNs = kernel.nowNs() - 2 * parms.baseReachableNs();
    }

    void updated() {
        updatedNs = kernel.nowNs();
    }

    /** How long the last confirmation counts from now on, in ns; negative when it no longer does. */
    long reachableLeftNs() {
        return confirmedNs + parms.reachableNs() - kernel.nowNs();
    }

    boolean isUsedWithin(long ns) {
        return kernel.nowNs() <= usedNs + ns;
    }

    boolean isConfirmedWithin(long ns) {
        return kernel.nowNs() <= confirmedNs + ns;
    }

    boolean isUpdatedWithin(long ns) {
        return kernel.nowNs() <= updatedNs + ns;
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
