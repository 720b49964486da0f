package io.ringway.engine.device;

/** One address that a bridge knows ({@code struct net_bridge_fdb_entry}). Times in ns. */
public final class FdbEntry {
    private final long mac;
    BridgePort port;
    boolean local;
    boolean fixed;
    boolean addedByUser;
    boolean sticky;
    boolean externLearned;
    long updatedNs;
    long usedNs;
    long sequence;

    FdbEntry(long mac, BridgePort port, long nowNs) {
        this.mac = mac;
        this.port = port;
        updatedNs = nowNs;
        usedNs = nowNs;
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

    /** Whether the collector passes it by. */
    boolean isKept() {
        return fixed || externLearned;
    }

    /** Whether a command added it. */
    public boolean isAddedByUser() {
        return addedByUser;
    }

    /** Whether it stays at its port when the address is seen at another. */
    public boolean isSticky() {
        return sticky;
    }

    /** Whether a control plane vouches for it. */
    public boolean isExternLearned() {
        return externLearned;
    }

    /** When a frame was last sent to it, or a command touched it. */
    public long usedNs() {
        return usedNs;
    }

    /** When its address was last seen. */
    public long updatedNs() {
        return updatedNs;
    }
}
