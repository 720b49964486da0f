package io.ringway.engine.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a device takes besides its own address: who wants all frames, who wants all groups, and the addresses of devices on
 * top of it ({@code net/core/dev.c:__dev_set_rx_mode(), __dev_set_promiscuity()}).
 */
public final class ReceiveFilter {
    private final Device device;
    private final List<Long> unicast = new ArrayList<>();
    private int promiscuous;
    private int allMulticast;
    private boolean promiscuousByUser;
    private boolean allMulticastByUser;

    ReceiveFilter(Device device) {
        this.device = device;
    }

    void addPromiscuous(int more) {
        boolean before = promiscuous > 0;
        promiscuous += more;
        if (before != promiscuous > 0) {
            device.promiscuityChanged(promiscuous > 0);
        }
    }

    void addAllMulticast(int more) {
        boolean before = allMulticast > 0;
        allMulticast += more;
        if (before != allMulticast > 0) {
            device.allMulticastChanged(allMulticast > 0);
        }
    }

    void addUnicast(long mac) {
        unicast.add(mac);
    }

    void removeUnicast(long mac) {
        unicast.remove(mac);
    }

    /** Addresses of devices on top, in the order in which they came. */
    public List<Long> unicast() {
        return Collections.unmodifiableList(unicast);
    }

    /** Whether it takes all frames: asked for, or because it has no filter for the addresses on top of it. */
    public boolean isPromiscuous() {
        return promiscuous > 0 || forUnicast();
    }

    private boolean forUnicast() {
        return !unicast.isEmpty() && device.isUp() && !device.filtersUnicast();
    }

    /** As {@code ip -d link} counts it. */
    public int promiscuity() {
        return promiscuous + (forUnicast() ? 1 : 0);
    }

    boolean isAllMulticast() {
        return allMulticast > 0;
    }

    /** As {@code ip -d link} counts it. */
    public int allMulticast() {
        return allMulticast;
    }

    /** {@code ip link set X promisc on|off}. */
    public void setPromiscuousByUser(boolean on) {
        if (promiscuousByUser != on) {
            promiscuousByUser = on;
            addPromiscuous(on ? 1 : -1);
        }
    }

    public boolean isPromiscuousByUser() {
        return promiscuousByUser;
    }

    /** {@code ip link set X allmulticast on|off}. */
    public void setAllMulticastByUser(boolean on) {
        if (allMulticastByUser != on) {
            allMulticastByUser = on;
            addAllMulticast(on ? 1 : -1);
        }
    }

    public boolean isAllMulticastByUser() {
        return allMulticastByUser;
    }
}
