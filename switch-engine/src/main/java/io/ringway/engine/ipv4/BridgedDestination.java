package io.ringway.engine.ipv4;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;

/**
 * Where a bridged packet goes whose destination NAT changed ({@code br_netfilter_hooks.c:br_nf_pre_routing_finish()}): on
 * over the bridge if that is the way there, else up, to be routed.
 */
final class BridgedDestination {
    private final Ipv4Stack stack;
    private final InputLookup lookup;
    private final Flow flow = new Flow();

    BridgedDestination(Ipv4Stack stack) {
        this.stack = stack;
        lookup = new InputLookup(stack);
    }

    /** Takes the frame. */
    void follow(BridgePort from, Frame frame) {
        Bridge bridge = from.bridge();
        flow.of(frame).in(bridge.ifindex());
        InputLookup.Verdict verdict = lookup.find(bridge, flow, frame);
        if (verdict == InputLookup.Verdict.MARTIAN) {
            stack.drop(frame, "bridge", DropReason.NOT_SPECIFIED);
        } else if (verdict == InputLookup.Verdict.FORWARD && lookup.result().device() == bridge) {
            bridge(from, frame, lookup.result());
        } else {
            EthernetHeader.set(frame, bridge.mac(), EthernetHeader.source(frame), EthernetHeader.type(frame));
            frame.setPacketType(PacketType.HOST);
            bridge.decide(from, frame);
        }
    }

    /**
     * The sender's address stays, the receiver's is the neighbour's ({@code br_nf_pre_routing_finish_bridge()}): a neighbour that
     * has to be asked for, or has not been sent to yet, gets the packet by way of the bridge device.
     */
    private void bridge(BridgePort from, Frame frame, FibResult way) {
        int gateway = way.type() == AddressType.UNICAST ? way.gateway() : 0;
        int hop = gateway != 0 ? gateway : flow.destination;
        Bridge bridge = from.bridge();
        Neighbour neighbour = stack.neighbours().findOrCreate(bridge, hop);
        if (neighbour.isReadyToSend()) {
            EthernetHeader.set(frame, neighbour.mac(), EthernetHeader.source(frame), EthernetHeader.type(frame));
            bridge.decide(from, frame);
            return;
        }
        frame.bridgeInfo().setSource(EthernetHeader.source(frame));
        frame.setRoute(bridge.ifindex(), hop);
        neighbour.output(frame);
    }
}
