package io.ringway.engine.device;

/** What a user sets of a device with {@code ip link set}, and what only shows. */
public final class DeviceFlags {
    /** The cost of a port that does not say how fast it is. */
    public static final int UNKNOWN_COST = 100;

    private boolean multicast = true;
    private boolean arp = true;
    private boolean dynamic;
    private String alias = "";
    private int txQueueLength = 1000;
    private int portCost = 2;

    public boolean isMulticast() {
        return multicast;
    }

    public void setMulticast(boolean multicast) {
        this.multicast = multicast;
    }

    /** Whether neighbours are found by ARP; if not, frames go to the device's own address. */
    public boolean isArp() {
        return arp;
    }

    public void setArp(boolean arp) {
        this.arp = arp;
    }

    public boolean isDynamic() {
        return dynamic;
    }

    public void setDynamic(boolean dynamic) {
        this.dynamic = dynamic;
    }

    /** "" when there is none. */
    public String alias() {
        return alias;
    }

    public void setAlias(String alias) {
        this.alias = alias;
    }

    public int txQueueLength() {
        return txQueueLength;
    }

    public void setTxQueueLength(int txQueueLength) {
        this.txQueueLength = txQueueLength;
    }

    /** As a bridge's port, at first: 2 for 10 Gbit/s, which a veth says of itself ({@code br_if.c:port_cost()}). */
    public int portCost() {
        return portCost;
    }

    public void setPortCost(int portCost) {
        this.portCost = portCost;
    }
}
