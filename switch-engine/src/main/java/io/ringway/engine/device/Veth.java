package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** One end of a virtual cable: what it sends, its peer receives by way of the backlog ({@code drivers/net/veth.c}). */
public final class Veth extends Device {
    private final Stage receive;
    private Veth peer;

    private Veth(Kernel kernel, String name, long mac) {
        super(kernel, name, 1500, mac);
        receive = kernel.executor().queued(reception(), this);
    }

    /** Two new ends, joined: {@code [0]} is the one that the command names first. */
    public static Veth[] pair(Kernel kernel, String name, long mac, String peerName, long peerMac) {
        Veth[] ends = {new Veth(kernel, name, mac), new Veth(kernel, peerName, peerMac)};
        ends[0].peer = ends[1];
        ends[1].peer = ends[0];
        return ends;
    }

    @Override
    protected void xmit(Frame frame) {
        int bytes = countedBytes(frame);
        if (!peer.accepts(frame)) {
            peer.counters().rxDropped++;
            counters().txDropped++;
            drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        int mark = sharesNamespaceWith(peer) ? frame.mark() : 0;
        frame.scrub();
        frame.setMark(mark);
        frame.setPacketType(peer.classify(frame));
        counters().sent(bytes);
        peer.counters().received(bytes);
        peer.receive.receive(frame);
    }

    @Override
    protected Handover answer(Frame frame) {
        return peer.accepts(frame) ? Handover.TAKEN : Handover.REFUSED;
    }

    @Override
    public boolean hasCarrier() {
        return isUp() && peer.isUp();
    }

    @Override
    public String kind() {
        return "veth";
    }

    public Veth peer() {
        return peer;
    }

    @Override
    public void setUp(boolean up) {
        super.setUp(up);
        peer.carrier().check();
    }

    @Override
    boolean settlesLate() {
        return true;
    }

    @Override
    public Device linked() {
        return peer;
    }
}
