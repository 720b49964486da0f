package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/** The end of a device's receiving: IPv4 or ARP of its namespace ({@code __netif_receive_skb_core()}, its last part). */
final class ProtocolDelivery {
    private final Device device;
    private Stage ipv4;
    private Stage arp;

    ProtocolDelivery(Device device) {
        this.device = device;
    }

    void attach(Stage newIpv4, Stage newArp) {
        ipv4 = newIpv4;
        arp = newArp;
    }

    boolean sharesStackWith(ProtocolDelivery other) {
        return ipv4 == other.ipv4;
    }

    /**
     * What nothing handles counts as dropped, unless the last to see it was a tap: the kernel holds a tap back for as
     * long as neither a bridge nor a VLAN tag comes in between ({@code pt_prev}).
     */
    void deliver(Frame frame, boolean tapSawItLast) {
        boolean tapIsLast = tapSawItLast;
        int type = EthernetHeader.type(frame);
        if ((type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ) && VlanTag.present(frame)) {
            untag(frame);
            type = EthernetHeader.type(frame);
            tapIsLast = false;
        }
        switch (type) {
            case EthernetHeader.TYPE_IPV4 -> ipv4.receive(frame);
            case EthernetHeader.TYPE_ARP -> arp.receive(frame);
            case EthernetHeader.TYPE_IPV6 -> device.drop(frame, DropReason.IPV6DISABLED);
            default -> {
                if (!tapIsLast && type >= EthernetHeader.LOWEST_TYPE) {
                    device.counters().rxDropped++;
                }
                device.drop(frame, DropReason.UNHANDLED_PROTO);
            }
        }
    }

    /** Tag 0 carries a priority only; any other means a VLAN device that is not there, so the frame is for others. */
    private static void untag(Frame frame) {
        if (VlanTag.vlanId(frame) != 0) {
            frame.setPacketType(Frame.OTHERHOST);
        }
        VlanTag.pop(frame);
        frame.setNetworkOffset(EthernetHeader.LENGTH);
    }
}
