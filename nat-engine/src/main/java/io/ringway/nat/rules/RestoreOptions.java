package io.ringway.nat.rules;

/**
 * The options of {@code iptables-restore}.
 *
 * @param noFlush {@code -n}: tables named in the text keep what they have
 * @param counters {@code -c}: counters are taken from the text, else they start at zero
 * @param test {@code -t}: everything is read and checked, nothing is committed
 * @param table {@code -T}: only this table is restored; null for all in the text
 */
public record RestoreOptions(boolean noFlush, boolean counters, boolean test, String table) {
    public static final RestoreOptions NONE = new RestoreOptions(false, false, false, null);
}
