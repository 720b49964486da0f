package io.ringway.replay.input;

import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.packet.Frame;

/**
 * Frames leave by an interface, as if its namespace had sent them by a packet socket.
 *
 * @param backwards counts what is not sent there but received
 * @param receiver the other end of the veth pair where they are to arrive there, null where they go where they go
 */
record InterfaceEntrance(Network network, Device device, Device receiver, LinkHeaders links, Received backwards)
        implements Entrance {
    @Override
    public String name() {
        Device at = receiver == null ? device : receiver;
        return at.namespace() + ":" + at.name();
    }

    @Override
    public int mtu() {
        return device.mtu();
    }

    @Override
    public boolean takes(Frame frame) {
        return true;
    }

    @Override
    public long received() {
        return backwards.frames();
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        if (receiver == null) {
            backwards.look(frame);
            links.leave(frame, device);
        } else if (receiver.port() != null) {
            // Nothing is for a bridge's port itself.
            links.leave(frame, device);
        } else {
            links.arrive(frame, device.mac(), receiver);
        }
        network.inject(device, frame, timeNs);
    }
}
