package io.ringway.lab.sysctl;

import io.ringway.engine.Namespace;
import io.ringway.engine.setting.InterfaceSettings;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import java.util.Map;

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
                new NumberEntry(
                        Integer.MIN_VALUE / HUNDREDTH_MS,
                        Integer.MAX_VALUE / HUNDREDTH_MS,
                        () -> hundredths(settings.get(Setting.RETRANS_TIME_MS) / JIFFY_MS),
                        value -> settings.set(Setting.RETRANS_TIME_MS, (int) ticks(value) * JIFFY_MS));
            default -> null;
        };
    }

    /** What only IPv6 or a managed neighbour would use, kept in ticks all the same; null when it is none of that. */
    static SysctlEntry unused(Namespace namespace, String path) {
        Map<String, String> kept = namespace.inertSettings();
        if (path.endsWith("/interval_probe_time_ms")) {
            return new NumberEntry(
                    1,
                    Integer.MAX_VALUE,
                    () -> Long.parseLong(kept.getOrDefault(path, "5000")),
                    value -> kept.put(path, Long.toString(inWholeTicks(value))));
        }
        if (path.endsWith("/anycast_delay")) {
            return new NumberEntry(
                    0,
                    Integer.MAX_VALUE,
                    () -> Long.parseLong(kept.getOrDefault(path, "100")),
                    value -> kept.put(path, Long.toString(hundredths(ticks(value)))));
        }
        return null;
    }

    /** {@code clock_t_to_jiffies()}. */
    private static long ticks(long hundredths) {
        return hundredths * HUNDREDTH_MS / JIFFY_MS;
    }

    /** {@code jiffies_to_clock_t()}. */
    private static long hundredths(long ticks) {
        return ticks * JIFFY_MS / HUNDREDTH_MS;
    }

    private static long inWholeTicks(long ms) {
        return (ms + JIFFY_MS - 1) / JIFFY_MS * JIFFY_MS;
    }

    /** What is shown of a value that was written: what ticks are left of it. */
    static long shown(Setting setting, int value) {
        boolean inHundredths = setting == Setting.LOCKTIME || setting == Setting.PROXY_DELAY;
        return inHundredths ? hundredths(ticks(value)) : value;
    }

    /** The largest that can be written ({@code proc_dointvec_jiffies()} counts seconds). */
    static int largest(Setting setting) {
        return setting == Setting.DELAY_FIRST_PROBE_TIME
                ? Integer.MAX_VALUE / (SECOND_MS / JIFFY_MS)
                : Integer.MAX_VALUE;
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
        return (int) (inTicks ? inWholeTicks(value) : value);
    }
}
