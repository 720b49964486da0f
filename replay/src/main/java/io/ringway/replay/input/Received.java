package io.ringway.replay.input;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** Counts among the frames that are to leave by a device those that it rather received: they are meant for itself. */
final class Received {
    private final Namespace namespace;
    private final Device device;
    private long frames;

    Received(Namespace namespace, Device device) {
        this.namespace = namespace;
        this.device = device;
    }

    long frames() {
        return frames;
    }

    void look(Frame frame) {
        if (frame.length() < EthernetHeader.LENGTH || EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP) {
            return;
        }
        boolean forItself = frame.history().isLinkless()
                ? isOwn(frame)
                : EthernetHeader.destination(frame) == device.mac() && EthernetHeader.source(frame) != device.mac();
        frames += forItself ? 1 : 0;
    }

    private boolean isOwn(Frame frame) {
        int at = EthernetHeader.LENGTH;
        return EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4
                && frame.length() >= at + Ipv4Header.MIN_LENGTH
                && namespace.stack().routing().isOwn(Ipv4Header.destination(frame, at))
                && !namespace.stack().routing().isOwn(Ipv4Header.source(frame, at));
    }
}
