package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.IpvlanPort;
import io.ringway.engine.route.Flow;
import io.ringway.nat.AddressType;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;

/** What a namespace does for the ipvlans on top of its devices, wherever those are. */
public final class IpvlanSide {
    private final Ipv4Stack stack;
    private final OutputRoute way;
    private final Flow flow = new Flow();

    IpvlanSide(Ipv4Stack stack) {
        this.stack = stack;
        way = new OutputRoute(stack);
    }

    /** The one in mode l3s that is to get a received packet, null for none ({@code ipvlan_l3s.c:ipvlan_skb_to_addr()}). */
    Ipvlan ownerOf(Frame frame, int destination) {
        Device in = stack.device(frame.ingressIfindex());
        IpvlanPort ipvlans = in == null ? null : in.reception().ipvlans();
        return ipvlans == null ? null : ipvlans.ownerInL3s(destination);
    }

    /** Whether a packet that comes in there with these addresses would be delivered here. */
    public boolean isForItself(Device in, int source, int destination) {
        return stack.inputRoute().isForThisHost(in, source, destination);
    }

    /**
     * Sends a packet of one ({@code ipvlan_core.c:ipvlan_process_v4_outbound()}).
     *
     * @return false when there is no way to one host; the frame is still the caller's then
     */
    public boolean send(Frame frame, Device out) {
        int at = EthernetHeader.LENGTH;
        frame.setNetworkOffset(at);
        frame.setTransportOffset(at + Ipv4Header.headerLength(frame, at));
        frame.setIpOptions(0);
        flow.of(frame).out(out.ifindex());
        boolean found =
                way.find(flow, true) == null && (way.type() == AddressType.UNICAST || way.type() == AddressType.LOCAL);
        if (found) {
            way.apply(frame, flow.destination);
            frame.setIngressIfindex(0);
            frame.setPacketType(PacketType.OUTGOING);
            stack.sendRouted(frame);
        }
        return found;
    }
}
