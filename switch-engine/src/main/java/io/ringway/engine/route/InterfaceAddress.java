package io.ringway.engine.route;

import io.ringway.packet.Ipv4Prefix;

/**
 * An address of an interface ({@code struct in_ifaddr}).
 *
 * @param broadcast the configured broadcast address, 0 for none
 * @param scope {@link Scope} as a number
 * @param secondary whether an earlier address of the same subnet is the primary one
 * @param autojoin whether the interface is in the group that the address is ({@code IFA_F_MCAUTOJOIN})
 */
public record InterfaceAddress(
        Ipv4Prefix prefix, int broadcast, int scope, boolean secondary, String label, boolean autojoin) {
    public InterfaceAddress(Ipv4Prefix prefix, int broadcast, int scope, boolean secondary, String label) {
        this(prefix, broadcast, scope, secondary, label, false);
    }

    InterfaceAddress asPrimary() {
        return new InterfaceAddress(prefix, broadcast, scope, false, label, autojoin);
    }

    InterfaceAddress called(String newLabel) {
        return new InterfaceAddress(prefix, broadcast, scope, secondary, newLabel, autojoin);
    }

    InterfaceAddress joined() {
        return new InterfaceAddress(prefix, broadcast, scope, secondary, label, true);
    }
}
