package io.ringway.engine.device;

import io.ringway.packet.MacAddress;

/**
 * What a macvlan that is up has its lower device receive: its address, or everything, or all groups
 * ({@code macvlan.c:macvlan_open(), macvlan_stop(), macvlan_change_rx_flags()}); and which groups it takes of that.
 */
final class MacvlanListening {
    private final Macvlan macvlan;
    private int[] groupEnds = {};

    MacvlanListening(Macvlan macvlan) {
        this.macvlan = macvlan;
    }

    /** The macvlan goes up or down. */
    void set(boolean on) {
        int more = on ? 1 : -1;
        if (isPassthru()) {
            below().addPromiscuous(macvlan.options().nopromisc() ? 0 : more);
        } else {
            unicast(macvlan.mac(), on);
            if (macvlan.filter().isPromiscuous()) {
                below().addPromiscuous(more);
            }
        }
        if (macvlan.filter().isAllMulticast()) {
            below().addAllMulticast(more);
        }
        macvlan.sharedPort().listening(macvlan, on);
    }

    /** It will have another address. */
    void addressChanges(long mac) {
        if (macvlan.isUp() && !isPassthru()) {
            unicast(macvlan.mac(), false);
            unicast(mac, true);
        }
    }

    void promiscuityChanged(boolean promiscuous) {
        if (macvlan.isUp() && !isPassthru()) {
            below().addPromiscuous(promiscuous ? 1 : -1);
        }
        groupsChanged();
    }

    void allMulticastChanged(boolean allMulticast) {
        if (macvlan.isUp()) {
            below().addAllMulticast(allMulticast ? 1 : -1);
        }
        groupsChanged();
    }

    /**
     * Which groups to take is settled before those that nobody wants any more are taken back from below, and only then are
     * they gone here: the one that was left last is heard until something else changes ({@code macvlan_set_mac_lists()}).
     */
    void groupsChanged() {
        if (macvlan.isUp()) {
            groupEnds = macvlan.groups().ends();
            macvlan.groups().passOnTo(macvlan.lower().groups());
        }
    }

    /**
     * Whether it takes that group: anything, or by the last four bytes, which is all that the kernel's filter looks at
     * ({@code mc_hash()}): broadcast and what was joined.
     */
    boolean to(long group) {
        int end = (int) group;
        if (end == (int) MacAddress.BROADCAST
                || macvlan.filter().isPromiscuous()
                || macvlan.filter().isAllMulticast()) {
            return true;
        }
        for (int each : groupEnds) {
            if (each == end) {
                return true;
            }
        }
        return false;
    }

    private void unicast(long mac, boolean on) {
        if (on) {
            below().addUnicast(mac);
        } else {
            below().removeUnicast(mac);
        }
    }

    private boolean isPassthru() {
        return macvlan.mode() == MacvlanMode.PASSTHRU;
    }

    private ReceiveFilter below() {
        return macvlan.lower().filter();
    }
}
