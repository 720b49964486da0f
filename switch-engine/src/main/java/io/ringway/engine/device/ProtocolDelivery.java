package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/** The end of a device's receiving: IPv4 or ARP of its namespace ({@code __netif_receive_skb_core()}, its last part). */
final class ProtocolDelivery {
    private static final int LIST = 8;

    private final Device device;
    private final Taps taps;
    private Stage ipv4;
    private Stage arp;
    private final Frame[] list = new Frame[LIST];
    private int listed;
    private boolean listing;

    ProtocolDelivery(Device device, Taps taps) {
        this.device = device;
        this.taps = taps;
    }

    void attach(Stage newIpv4, Stage newArp) {
        ipv4 = newIpv4;
        arp = newArp;
    }

    boolean sharesStackWith(ProtocolDelivery other) {
        return ipv4 == other.ipv4;
    }

    /** What comes from now on waits as long as it is for the same protocol ({@code __netif_receive_skb_list_core()}). */
    void beginList() {
        listing = true;
    }

    void endList() {
        listing = false;
        passList();
    }

    private void passList() {
        int frames = listed;
        listed = 0;
        for (int i = 0; i < frames; i++) {
            handle(list[i]);
        }
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
        if (listing && (isHandled(type) || (tapIsLast && keepsTapBack(frame)))) {
            if (listed > 0 && handler(EthernetHeader.type(list[0])) != handler(type)) {
                passList();
            }
            list[listed++] = frame;
        } else if (isHandled(type)) {
            handle(frame);
        } else {
            discard(frame, type, tapIsLast);
        }
    }

    /** Whether only the tap takes the frame: it too sees it when the list is passed on. */
    boolean keepsTapBack(Frame frame) {
        int type = EthernetHeader.type(frame);
        return listing && type >= EthernetHeader.LOWEST_TYPE && !isHandled(type) && !VlanTag.present(frame);
    }

    private void discard(Frame frame, int type, boolean tapIsLast) {
        if (!tapIsLast && type >= EthernetHeader.LOWEST_TYPE) {
            device.counters().rxDropped++;
        }
        device.drop(frame, DropReason.UNHANDLED_PROTO);
    }

    private static boolean isHandled(int type) {
        return type == EthernetHeader.TYPE_IPV4 || type == EthernetHeader.TYPE_ARP || type == EthernetHeader.TYPE_IPV6;
    }

    private static int handler(int type) {
        return isHandled(type) ? type : 0;
    }

    private void handle(Frame frame) {
        int type = EthernetHeader.type(frame);
        switch (type) {
            case EthernetHeader.TYPE_IPV4 -> ipv4.receive(frame);
            case EthernetHeader.TYPE_ARP -> arp.receive(frame);
            case EthernetHeader.TYPE_IPV6 -> device.drop(frame, DropReason.IPV6DISABLED);
            default -> {
                taps.show(frame, false);
                discard(frame, type, true);
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
