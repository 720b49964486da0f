package io.ringway.engine.device;

/**
 * What a user may say of one macvlan beside its mode.
 *
 * @param nopromisc passthru mode without asking the lower device for all frames ({@code MACVLAN_FLAG_NOPROMISC})
 * @param nodst source mode that keeps what it gets from everybody else ({@code MACVLAN_FLAG_NODST})
 * @param broadcastQueue how many broadcasts from outside may wait, as it wishes; the largest wish of all counts
 */
public record MacvlanOptions(boolean nopromisc, boolean nodst, long broadcastQueue) {
    /** As the kernel begins ({@code MACVLAN_DEFAULT_BC_QUEUE_LEN}). */
    public static final MacvlanOptions DEFAULT = new MacvlanOptions(false, false, 1000);
}
