package io.ringway.replay.input;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** IP packets are sent by a namespace's own stack: routed there, through its OUTPUT chain, as by a raw socket. */
public record StackEntrance(Network network, Namespace namespace) implements Entrance {
    @Override
    public String name() {
        return namespace.name() + ":@ip";
    }

    /** The least that any way out of there has. */
    @Override
    public int mtu() {
        int least = Integer.MAX_VALUE;
        for (Device device : namespace.devices()) {
            least = device instanceof Loopback ? least : Math.min(least, device.mtu());
        }
        return least;
    }

    @Override
    public boolean takes(Frame frame) {
        return cutToPacket(frame);
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        network.sendRaw(namespace, frame, timeNs);
    }

    /**
     * Cuts the padding behind the IPv4 packet that a captured frame holds. A total length that cannot be right, such as
     * the zero of a segment captured before it was split, leaves the frame as it is: a raw socket fills it anyway.
     *
     * @return false when the frame holds no IPv4 packet
     */
    public static boolean cutToPacket(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (frame.length() <= at || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4) {
            return false;
        }
        if (frame.length() >= at + Ipv4Header.MIN_LENGTH) {
            int packet = Ipv4Header.totalLength(frame, at);
            boolean plausible = packet >= Ipv4Header.headerLength(frame, at) && packet >= Ipv4Header.MIN_LENGTH;
            if (plausible && at + packet < frame.length()) {
                frame.setLength(at + packet);
            }
        }
        return true;
    }
}
