package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** {@code lo}: what is sent is received by way of the backlog, its route kept; counted without the Ethernet
 * header ({@code drivers/net/loopback.c}). */
public final class Loopback extends Device {
    public static final int MTU = 65_536;
    private final Stage receive;

    public Loopback(Kernel kernel) {
        super(kernel, "lo", MTU, 0);
        receive = kernel.executor().queued(reception(), this);
    }

    @Override
    protected void xmit(Frame frame) {
        frame.setPacketType(classify(frame));
        int bytes = frame.length() - EthernetHeader.LENGTH;
        counters().sent(bytes);
        counters().received(bytes);
        receive.receive(frame);
    }

    @Override
    public boolean hasCarrier() {
        return true;
    }

    @Override
    public String kind() {
        return "";
    }
}
