package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.Frame;

/** Takes what is sent and forgets it; speaks no ARP ({@code drivers/net/dummy.c}). */
public final class Dummy extends Device {
    private static final int MTU = 1500;

    public Dummy(Kernel kernel, String name, long mac) {
        super(kernel, name, MTU, mac);
        flags().setArp(false);
        flags().setMulticast(false);
        flags().setPortCost(DeviceFlags.UNKNOWN_COST);
    }

    @Override
    protected void xmit(Frame frame) {
        counters().sent(frame.length());
        kernel.leave(frame, namespace(), name(), "gone: a dummy device sends nowhere");
    }

    @Override
    public boolean hasCarrier() {
        return true;
    }

    @Override
    public String kind() {
        return "dummy";
    }

    @Override
    boolean filtersUnicast() {
        return true;
    }
}
