package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings;

/** {@code net.ipv4.neigh.*} of one device as its neighbours use it ({@code struct neigh_parms}). Times in ns. */
final class NeighbourParms {
    /** HZ/100, in ticks of 4 ms. */
    static final long SHORTEST_NS = 8_000_000;

    private static final long MS = 1_000_000;
    private static final long CENTISECOND = 10 * MS;
    private static final long SECOND = 1_000 * MS;

    private final NeighbourTable table;
    private final Device device;
    private final InterfaceSettings settings;

    NeighbourParms(NeighbourTable table, Device device) {
        this.table = table;
        this.device = device;
        settings = table.stack().settings().of(device);
    }

    /** Whether an unknown address may not even be asked for. */
    boolean asksNobody() {
        return settings.get(InterfaceSettings.Setting.MCAST_SOLICIT) + daemonProbes() == 0;
    }

    int unicastProbes() {
        return settings.get(InterfaceSettings.Setting.UCAST_SOLICIT);
    }

    /** Probes that are left to a daemon, and there is none ({@code arp.c:neigh_app_ns()}). */
    int daemonProbes() {
        return settings.get(InterfaceSettings.Setting.APP_SOLICIT);
    }

    /**
     * After so many without an answer the neighbour has failed ({@code neigh_max_probes()}).
     *
     * @param known whether its address was known before
     */
    int maxProbes(boolean known) {
        return unicastProbes()
                + daemonProbes()
                + settings.get(
                        known ? InterfaceSettings.Setting.MCAST_RESOLICIT : InterfaceSettings.Setting.MCAST_SOLICIT);
    }

    /** What may wait for one address, in bytes of {@link SocketBuffer#truesize}. */
    int queueBytes() {
        return settings.get(InterfaceSettings.Setting.UNRES_QLEN_BYTES);
    }

    long delayProbeNs() {
        return settings.get(InterfaceSettings.Setting.DELAY_FIRST_PROBE_TIME) * SECOND;
    }

    long retransmitNs() {
        return Math.max(settings.get(InterfaceSettings.Setting.RETRANS_TIME_MS) * MS, SHORTEST_NS);
    }

    long baseReachableNs() {
        return settings.get(InterfaceSettings.Setting.BASE_REACHABLE_TIME_MS) * MS;
    }

    /** As it was drawn for the device. */
    long reachableNs() {
        return table.reachableTimeNs(device);
    }

    /** How long an answer keeps others from replacing it. */
    long lockNs() {
        return settings.get(InterfaceSettings.Setting.LOCKTIME) * CENTISECOND;
    }
}
