package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/** How a macvlan receives what its port has for it: at once, or by way of the backlog; counted as the kernel counts each. */
final class MacvlanReceive {
    private final Macvlan device;
    private final Kernel kernel;
    private final Stage arrived;
    private final Stage queued;

    MacvlanReceive(Macvlan device, Kernel kernel) {
        this.device = device;
        this.kernel = kernel;
        arrived = kernel.executor().direct(device.reception());
        queued = kernel.executor().queued(device.reception(), device);
    }

    /** A frame that is this one's own, {@code bytes} long as the kernel counts. */
    void take(Frame frame, int bytes) {
        device.counters().received(bytes);
        arrived.receive(frame);
    }

    /** One more of a frame whose sender it lists; the frame stays with the caller ({@code macvlan_forward_source_one()}). */
    void takeOfSource(Frame frame) {
        if (!device.isUp()) {
            return;
        }
        Frame copy = kernel.copy(frame);
        if (EthernetHeader.destination(copy) == device.mac()) {
            copy.setPacketType(PacketType.HOST);
        }
        device.counters().received(Device.countedBytes(copy));
        queued.receive(copy);
    }

    /** One more of a broadcast that came in by the lower device; takes the copy. */
    void takeShared(Frame copy, long destination) {
        copy.setPacketType(destination == MacAddress.BROADCAST ? PacketType.BROADCAST : PacketType.MULTICAST);
        device.counters().received(Device.countedBytes(copy));
        device.counters().multicast++;
        queued.receive(copy);
    }

    /** One more of a broadcast that another macvlan sent ({@code __dev_forward_skb()}); takes the copy. */
    void takeLocal(Frame copy, Device from) {
        int bytes = Device.countedBytes(copy) + EthernetHeader.LENGTH;
        if (!device.accepts(copy)) {
            device.counters().rxDropped++;
            device.drop(copy, DropReason.NOT_SPECIFIED);
            return;
        }
        crossTo(device, copy, from);
        device.counters().received(bytes);
        device.counters().multicast++;
        queued.receive(copy);
    }

    /** As a frame is when it came from another device, perhaps of another namespace. */
    static void crossTo(Device to, Frame frame, Device from) {
        int mark = to.sharesNamespaceWith(from) ? frame.mark() : 0;
        frame.scrub();
        frame.setMark(mark);
        frame.setPacketType(to.classify(frame));
    }

    /** A frame of its own, back from outside in private mode: handed to it uncounted, by way of the backlog. */
    void takeReflected(Frame frame, long destination) {
        frame.setPacketType(destination == MacAddress.BROADCAST ? PacketType.BROADCAST : PacketType.MULTICAST);
        device.counters().received(0);
        queued.receive(frame);
    }
}
