package io.ringway.engine.device;

/** How the ipvlans of one lower device see their packets ({@code enum ipvlan_mode}). */
public enum IpvlanMode {
    /** As Ethernet frames under the lower device's address, ARP and broadcasts included. */
    L2("l2"),
    /** As packets that the lower device's namespace sends; nothing but what is for their addresses comes in. */
    L3("l3"),
    /** The same, but what comes in passes the lower device's PREROUTING and INPUT first. */
    L3S("l3s");

    private final String word;

    IpvlanMode(String word) {
        this.word = word;
    }

    /** As {@code ip link} writes it. */
    public String word() {
        return word;
    }
}
