package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;
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
    private TapInterface joined;
    private Stage crossing;
    private boolean everybody;

    public TapInterface(Kernel kernel, String name, long mac) {
        super(kernel, name, MTU, mac);
        receive = kernel.executor().direct(reception());
    }

    @Override
    protected void xmit(Frame frame) {
        // A tag beside the frame counts too (tun.c:tun_put_user()).
        counters().sent(frame.length());
        if (joined != null) {
            frame.scrub();
            joined.cross(frame);
            return;
        }
        kernel.leave(frame, namespace(), name(), "left the model");
    }

    /**
     * What one sends the other receives from now on, by way of the backlog: there is a cable outside.
     *
     * @param other one that stands for everybody outside, whoever a frame is for
     */
    public void join(TapInterface other) {
        other.everybody = true;
        for (TapInterface end : new TapInterface[] {this, other}) {
            end.joined = end == this ? other : this;
            end.crossing = kernel.executor().queued(end.reception(), end);
        }
    }

    private void cross(Frame frame) {
        if (!isUp()) {
            refuse(frame);
            return;
        }
        byte type = classify(frame);
        frame.setPacketType(everybody && type == PacketType.OTHERHOST ? PacketType.HOST : type);
        counters().received(countedBytes(frame));
        crossing.receive(frame);
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
