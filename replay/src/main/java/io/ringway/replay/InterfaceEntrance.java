package io.ringway.replay;

import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.packet.Frame;

/** Frames leave by an interface, as if its namespace had sent them by a packet socket. */
record InterfaceEntrance(Network network, Device device) implements Entrance {
    @Override
    public boolean takes(Frame frame) {
        return true;
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        network.inject(device, frame, timeNs);
    }
}
