package io.ringway.engine.vxlan;

import java.util.Arrays;

/** Where a MAC address is, at one or several remotes ({@code struct vxlan_fdb}). */
public final class VxlanFdbEntry {
    private static final VxlanRemote[] NONE = {};

    /** How an entry came, and whether it goes ({@code NUD_PERMANENT}, {@code NUD_NOARP}, {@code NUD_REACHABLE}). */
    public enum State {
        PERMANENT,
        STATIC,
        DYNAMIC
    }

    private final long mac;
    VxlanRemote[] remotes = NONE;

    /** To the first remote. */
    final KeptRoute route = new KeptRoute();

    State state;
    boolean externallyLearned;
    boolean addedByUser;
    long usedNs;
    long updatedNs;
    long sequence;

    VxlanFdbEntry(long mac, State state, long nowNs) {
        this.mac = mac;
        this.state = state;
        usedNs = nowNs;
        updatedNs = nowNs;
    }

    /** 0 for the entry of all addresses that are not known. */
    public long mac() {
        return mac;
    }

    /** In the order in which they were added. */
    public VxlanRemote[] remotes() {
        return remotes.clone();
    }

    public State state() {
        return state;
    }

    /** Whether a control plane added it ({@code extern_learn}). */
    public boolean isExternallyLearned() {
        return externallyLearned;
    }

    /** Whether a command added it. */
    public boolean isAddedByUser() {
        return addedByUser;
    }

    /** When a frame was last sent to it. */
    public long usedNs() {
        return usedNs;
    }

    /** When it was last heard of, or changed by a command. */
    public long updatedNs() {
        return updatedNs;
    }

    boolean isFixed() {
        return state != State.DYNAMIC;
    }

    void add(VxlanRemote remote) {
        if (!Arrays.asList(remotes).contains(remote)) {
            remotes = Arrays.copyOf(remotes, remotes.length + 1);
            remotes[remotes.length - 1] = remote;
        }
    }

    /** False when there is no such remote. */
    boolean remove(VxlanRemote remote) {
        int at = Arrays.asList(remotes).indexOf(remote);
        if (at < 0) {
            return false;
        }
        VxlanRemote[] left = new VxlanRemote[remotes.length - 1];
        System.arraycopy(remotes, 0, left, 0, at);
        System.arraycopy(remotes, at + 1, left, at, left.length - at);
        remotes = left;
        route.forget();
        return true;
    }
}
