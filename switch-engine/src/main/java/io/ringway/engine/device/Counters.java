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
    long rxErrors;
    long rxLengthErrors;
    long rxFrameErrors;
    long txErrors;
    long txCarrierErrors;
    long collisions;

    /** One more that was received, of so many bytes. */
    public void received(int bytes) {
        rxPackets++;
        rxBytes += bytes;
    }

    /** One more that was sent, of so many bytes. */
    public void sent(int bytes) {
        txPackets++;
        txBytes += bytes;
    }

    /** A frame came that was cut short or else malformed. */
    public void receivedWrong(boolean cutShort) {
        rxErrors++;
        if (cutShort) {
            rxLengthErrors++;
        } else {
            rxFrameErrors++;
        }
    }

    public void receiveDropped() {
        rxDropped++;
    }

    public void transmitDropped() {
        txDropped++;
    }

    /** A frame could not be sent: no way out, or one that leads back into the device itself. */
    public void transmitFailed(boolean noCarrier, boolean loop) {
        txErrors++;
        if (noCarrier) {
            txCarrierErrors++;
        } else if (loop) {
            collisions++;
        }
    }

    public long rxErrors() {
        return rxErrors;
    }

    public long rxLengthErrors() {
        return rxLengthErrors;
    }

    public long rxFrameErrors() {
        return rxFrameErrors;
    }

    public long txErrors() {
        return txErrors;
    }

    public long txCarrierErrors() {
        return txCarrierErrors;
    }

    public long collisions() {
        return collisions;
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
