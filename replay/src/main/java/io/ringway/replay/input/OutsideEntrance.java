package io.ringway.replay.input;

import io.ringway.engine.Network;
import io.ringway.engine.device.TapInterface;
import io.ringway.packet.Frame;

/** Frames come in by a tap, as if a program outside had written them to it. */
record OutsideEntrance(Network network, TapInterface tap, LinkHeaders links) implements Entrance {
    /** Whoever is outside, of frames that were captured without saying so: locally administered. */
    private static final long SENDER = 0x0200_0000_0001L;

    @Override
    public String name() {
        return tap.namespace() + ":" + tap.name();
    }

    @Override
    public int mtu() {
        return tap.mtu();
    }

    @Override
    public boolean takes(Frame frame) {
        return true;
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        links.arrive(frame, SENDER, tap);
        network.arrive(tap, frame, timeNs);
    }
}
