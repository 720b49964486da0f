package io.ringway.engine.device;

/** What a user sets of a device with {@code ip link set}, and what only shows. */
public final class DeviceFlags {
    private boolean multicast = true;
    private boolean arp = true;
    private boolean dynamic;
    private String alias = "";
    private int txQueueLength = 1000;

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
}
