package io.ringway.engine.device;

/** What {@code ip -s link} shows of a device ({@code struct rtnl_link_stats64}), as far as it is modelled. */
public final class Counters {
    long rxPackets;
    long rxBytes;
    long rxDropped;
    long multicast;
    long txPackets;
    long txBytes;
    long txDropped;

    void received(int bytes) {
        rxPackets++;
        rxBytes += bytes;
    }

    void sent(int bytes) {
        txPackets++;
        txBytes += bytes;
    }

    public long rxPackets() {
        return rxPackets;
    }

    public long rxBytes() {
        return rxBytes;
    }

    public long rxDropped() {
        return rxDropped;
    }

    public long multicast() {
        return multicast;
    }

    public long txPackets() {
        return txPackets;
    }

    public long txBytes() {
        return txBytes;
    }

    public long txDropped() {
        return txDropped;
    }
}
