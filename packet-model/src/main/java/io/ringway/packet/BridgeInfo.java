package io.ringway.packet;

/**
 * What a bridge that shows its packets to the rules of its host keeps of one meanwhile ({@code struct nf_bridge_info}).
 * All is 0 for any other packet.
 */
public final class BridgeInfo {
    private int portIn;
    private int portOut;
    private boolean pastBridge;
    private boolean otherHost;
    private long source;

    BridgeInfo() {}

    void copy(BridgeInfo other) {
        portIn = other.portIn;
        portOut = other.portOut;
        pastBridge = other.pastBridge;
        otherHost = other.otherHost;
        source = other.source;
    }

    /** It is no bridged packet any more ({@code nf_bridge_info_free()}). */
    public void forget() {
        portIn = 0;
        portOut = 0;
        pastBridge = false;
        otherHost = false;
        source = 0;
    }

    /** The number of the port that the packet came by. */
    public int portIn() {
        return portIn;
    }

    /** The port it leaves by, 0 where the bridge does not send it on, or not yet. */
    public int portOut() {
        return portOut;
    }

    public void setPorts(int in, int out) {
        portIn = in;
        portOut = out;
    }

    /** Whether the packet, passed up by a bridge, has been spared the hook that the bridge asked before. */
    public boolean isPastBridge() {
        return pastBridge;
    }

    public void setPastBridge(boolean pastBridge) {
        this.pastBridge = pastBridge;
    }

    /** Whether it is for another host, though it passes the hooks, and waits for its fragments, like one for this host. */
    public boolean isForOtherHost() {
        return otherHost;
    }

    public void setForOtherHost(boolean otherHost) {
        this.otherHost = otherHost;
    }

    /** The sender's MAC of a packet that waits for a neighbour, 0 for one that does not ({@code neigh_header}). */
    public long source() {
        return source;
    }

    public void setSource(long mac) {
        source = mac;
    }
}
