package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/**
 * An interface that goes outside: what it sends leaves the model, what it receives came from there
 * ({@code drivers/net/tun.c} in tap mode). It has a carrier while someone outside is attached to it.
 */
public final class TapInterface extends Device {
    /** 65,535 less an Ethernet header. */
    public static final int LARGEST_MTU = 65_521;

    private static final int MTU = 1500;
    private final Stage receive;
    private boolean attached;

    public TapInterface(Kernel kernel, String name, long mac) {
        super(kernel, name, MTU, mac);
        receive = kernel.executor().direct(reception());
    }

    @Override
    protected void xmit(Frame frame) {
        // A tag beside the frame counts too (tun.c:tun_put_user()).
        counters().sent(frame.length());
        kernel.leave(frame, namespace(), name(), "left the model");
    }

    /** A frame comes from outside ({@code tun_get_user()}); takes it. */
    public void arrive(Frame frame) {
        frame.setPacketType(classify(frame));
        counters().received(countedBytes(frame));
        receive.receive(frame);
    }

    /** A frame came from outside while the interface is down. */
    public void refuse(Frame frame) {
        counters().rxDropped++;
        drop(frame, DropReason.DEV_DOWN);
    }

    /** Someone outside opens or closes the other side. */
    public void setAttached(boolean attached) {
        this.attached = attached;
        carrier().check();
    }

    @Override
    public boolean hasCarrier() {
        return attached;
    }

    @Override
    public String qdisc() {
        return "pfifo_fast";
    }

    @Override
    public String kind() {
        return "tun";
    }
}
