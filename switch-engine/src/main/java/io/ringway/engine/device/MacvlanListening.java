package io.ringway.engine.device;

/**
 * What a macvlan that is up has its lower device receive: its address, or everything, or all groups
 * ({@code macvlan.c:macvlan_open(), macvlan_stop(), macvlan_change_rx_flags()}).
 */
final class MacvlanListening {
    private final Macvlan macvlan;

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
    }

    void allMulticastChanged(boolean allMulticast) {
        if (macvlan.isUp()) {
            below().addAllMulticast(allMulticast ? 1 : -1);
        }
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
