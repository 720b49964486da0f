package io.ringway.engine.device;

/** One address that a bridge knows ({@code struct net_bridge_fdb_entry}). */
public final class FdbEntry {
    private final long mac;
    BridgePort port;
    final boolean local;
    final boolean fixed;
    final boolean addedByUser;
    long updatedNs;
    long sequence;

    FdbEntry(long mac, BridgePort port, boolean local, boolean fixed, boolean addedByUser, long updatedNs) {
        this.mac = mac;
        this.port = port;
        this.local = local;
        this.fixed = fixed;
        this.addedByUser = addedByUser;
        this.updatedNs = updatedNs;
    }

    public long mac() {
        return mac;
    }

    /** Null for the bridge's own address. */
    public BridgePort port() {
        return port;
    }

    /** Whether frames to it are the bridge's own. */
    public boolean isLocal() {
        return local;
    }

    /** Whether it never ages. */
    public boolean isStatic() {
        return fixed;
    }

    /** Whether a command added it. */
    public boolean isAddedByUser() {
        return addedByUser;
    }
}
