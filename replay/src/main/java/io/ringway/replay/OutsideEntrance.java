package io.ringway.replay;

import io.ringway.engine.Network;
import io.ringway.engine.device.TapInterface;
import io.ringway.packet.Frame;

/** Frames come in by a tap, as if a program outside had written them to it. */
record OutsideEntrance(Network network, TapInterface tap) implements Entrance {
    @Override
    public boolean takes(Frame frame) {
        return true;
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        network.arrive(tap, frame, timeNs);
    }
}
