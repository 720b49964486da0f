package io.ringway.nat.conntrack;

/**
 * Which numbers a setting can be set to.
 *
 * @param writable false: it is shown only
 * @param ofMachine whether only the machine's first namespace sets it
 */
public record SettingBounds(long min, long max, boolean writable, boolean ofMachine) {
    /** {@code proc_dointvec_jiffies()}: an int in ticks of 4 ms; below zero, connections expire at once. */
    private static final long MAX_SECONDS = Integer.MAX_VALUE / 250;

    static final SettingBounds SECONDS = new SettingBounds(-MAX_SECONDS, MAX_SECONDS, true, false);
    static final SettingBounds OF_MACHINE = new SettingBounds(1, Integer.MAX_VALUE, true, true);
    static final SettingBounds OF_MACHINE_OR_NONE = new SettingBounds(0, Integer.MAX_VALUE, true, true);
    static final SettingBounds SHOWN = new SettingBounds(0, Integer.MAX_VALUE, false, false);

    static SettingBounds upTo(long max) {
        return new SettingBounds(0, max, true, false);
    }
}
