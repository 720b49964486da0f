package io.ringway.engine.device;

import java.util.Locale;

/** What the ipvlans of one lower device may say to each other ({@code IPVLAN_F_PRIVATE}, {@code IPVLAN_F_VEPA}). */
public enum IpvlanIsolation {
    /** All, directly. */
    BRIDGE,
    /** Nothing. */
    PRIVATE,
    /** All, by way of a router outside. */
    VEPA;

    /** As {@code ip link} writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
