package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/** The end of a device's receiving: IPv4 or ARP of its namespace ({@code __netif_receive_skb_core()}, its last part). */
final class ProtocolDelivery {
    private static final int LIST = 8;
    private static final int RAW_802_3 = 0xffff;

    /** {@code llc_input.c:llc_rcv()}: no service access point is open. */
    private static final int LLC = 0;

    private static final int NOBODY = -1;

    private final Device device;
    private final Taps taps;
    private ListStage ipv4;
    private Stage arp;
    private final Frame[] list = new Frame[LIST];
    private int listed;
    private boolean listing;

    ProtocolDelivery(Device device, Taps taps) {
        this.device = device;
        this.taps = taps;
    }

    void attach(ListStage newIpv4, Stage newArp) {
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
        if (frames > 1 && handler(list[0]) == EthernetHeader.TYPE_IPV4) {
            ipv4.receiveList(list, frames);
            return;
        }
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
        if (VlanTag.present(frame)) {
            untag(frame);
            tapIsLast = false;
        }
        int handler = handler(frame);
        if (listing && (handler != NOBODY || tapIsLast)) {
            if (listed > 0 && handler(list[0]) != handler) {
                passList();
            }
            list[listed++] = frame;
        } else if (handler != NOBODY) {
            handle(frame);
        } else {
            discard(frame, tapIsLast);
        }
    }

    /** Whether only the tap takes the frame: it too sees it when the list is passed on. */
    boolean keepsTapBack(Frame frame) {
        return listing && !VlanTag.present(frame) && handler(frame) == NOBODY;
    }

    private void discard(Frame frame, boolean tapIsLast) {
        if (!tapIsLast) {
            device.counters().rxDropped++;
        }
        device.drop(frame, DropReason.UNHANDLED_PROTO);
    }

    /** Which protocol takes the frame: its type; an 802.2 header stands behind a length, but for Novell's. */
    private static int handler(Frame frame) {
        int type = EthernetHeader.type(frame);
        if (type < EthernetHeader.LOWEST_TYPE) {
            boolean raw = frame.length() >= EthernetHeader.LENGTH + 2 && frame.u16(EthernetHeader.LENGTH) == RAW_802_3;
            return raw ? NOBODY : LLC;
        }
        return switch (type) {
            case EthernetHeader.TYPE_IPV4, EthernetHeader.TYPE_ARP, EthernetHeader.TYPE_IPV6 -> type;
            default -> NOBODY;
        };
    }

    private void handle(Frame frame) {
        switch (handler(frame)) {
            case EthernetHeader.TYPE_IPV4 -> ipv4.receive(frame);
            case EthernetHeader.TYPE_ARP -> arp.receive(frame);
            case EthernetHeader.TYPE_IPV6 -> device.drop(frame, DropReason.IPV6DISABLED);
            case LLC -> device.drop(frame, DropReason.NOT_SPECIFIED);
            default -> {
                taps.show(frame, false);
                discard(frame, true);
            }
        }
    }

    /** Tag 0 carries a priority only; any other means a VLAN device that is not there, so the frame is for others. */
    private static void untag(Frame frame) {
        if (VlanTag.vlanId(frame) != 0) {
            frame.setPacketType(PacketType.OTHERHOST);
        }
        VlanTag.pop(frame);
        frame.setNetworkOffset(EthernetHeader.LENGTH);
    }
}
