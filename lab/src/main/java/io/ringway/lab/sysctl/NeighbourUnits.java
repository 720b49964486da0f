package io.ringway.lab.sysctl;

import io.ringway.engine.ipv4.InterfaceSettings;
import io.ringway.engine.ipv4.InterfaceSettings.Setting;

/**
 * Neighbour settings that stand in {@code net/ipv4/neigh} twice, in an older unit too: packets, seconds, hundredths of a
 * second ({@code neighbour.c:proc_unres_qlen(), neigh_proc_dointvec_jiffies(), neigh_proc_dointvec_userhz_jiffies()}).
 */
final class NeighbourUnits {
    /** What a buffer with a full Ethernet frame is charged ({@code SKB_TRUESIZE(ETH_FRAME_LEN)}). */
    private static final int PACKET_BYTES = 2090;

    private static final int JIFFY_MS = 4;
    private static final int SECOND_MS = 1000;
    private static final int HUNDREDTH_MS = 10;

    private NeighbourUnits() {}

    /** Null when it is none of them. */
    static SysctlEntry find(InterfaceSettings settings, String name) {
        return switch (name) {
            case "unres_qlen" -> in(settings, Setting.UNRES_QLEN_BYTES, PACKET_BYTES, 0);
            case "base_reachable_time" ->
                in(settings, Setting.BASE_REACHABLE_TIME_MS, SECOND_MS, Integer.MIN_VALUE / SECOND_MS);
            case "retrans_time" ->
                in(settings, Setting.RETRANS_TIME_MS, HUNDREDTH_MS, Integer.MIN_VALUE / HUNDREDTH_MS);
            default -> null;
        };
    }

    private static SysctlEntry in(InterfaceSettings settings, Setting setting, int unit, int min) {
        return new NumberEntry(
                min,
                Integer.MAX_VALUE / unit,
                () -> settings.get(setting) / unit,
                value -> settings.set(setting, (int) value * unit));
    }

    /** Milliseconds are kept in ticks. */
    static int kept(Setting setting, long value) {
        boolean inTicks = setting == Setting.BASE_REACHABLE_TIME_MS || setting == Setting.RETRANS_TIME_MS;
        return inTicks ? (int) ((value + JIFFY_MS - 1) / JIFFY_MS * JIFFY_MS) : (int) value;
    }
}
