package io.ringway.engine.ipv4;

import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/** The door of the stack: a sound header or a drop, and padding cut off ({@code ip_input.c:ip_rcv()}). */
final class Ipv4Receive implements Stage {
    private final Ipv4Stack stack;
    private final Stage prerouting;

    Ipv4Receive(Ipv4Stack stack, Stage prerouting) {
        this.stack = stack;
        this.prerouting = prerouting;
    }

    @Override
    public void receive(Frame frame) {
        DropReason reason = frame.packetType() == Frame.OTHERHOST ? DropReason.OTHERHOST : check(frame);
        if (reason != null) {
            stack.drop(frame, "ip_rcv", reason);
            return;
        }
        prerouting.receive(frame);
    }

    private DropReason check(Frame frame) {
        int at = EthernetHeader.LENGTH;
        DropReason reason = Ipv4Header.check(frame, at);
        if (reason != null) {
            return reason;
        }
        frame.setNetworkOffset(at);
        frame.setTransportOffset(at + Ipv4Header.headerLength(frame, at));
        frame.setLength(at + Ipv4Header.totalLength(frame, at));
        boolean reassembledHere = stack.netfilter().tracking() && Ipv4Header.isFragment(frame, at);
        return reassembledHere ? DropReason.FRAGMENT_NOT_MODELLED : null;
    }
}
