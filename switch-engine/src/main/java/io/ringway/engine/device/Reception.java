package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/**
 * What becomes of a frame that arrived by a device: past the taps it goes to a VLAN on top, else to the bridge or macvlan
 * that took the device over, else to the protocols ({@code net/core/dev.c:__netif_receive_skb_core()}).
 */
public final class Reception implements Stage {
    private final Device device;
    private final Taps taps;
    private final ProtocolDelivery protocols;
    private VlanGroup vlans;
    private Stage handler;
    private IpvlanPort ipvlans;

    Reception(Device device, Taps taps) {
        this.device = device;
        this.taps = taps;
        protocols = new ProtocolDelivery(device, taps);
    }

    @Override
    public void receive(Frame frame) {
        frame.setIngressIfindex(device.ifindex());
        if (VlanTag.isCutShort(frame)) {
            device.drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        boolean tapComesLast = handler == null && taps.any() && protocols.keepsTapBack(frame);
        if (!tapComesLast) {
            taps.show(frame, false);
        }
        if (vlans != null && vlans.takes(frame)) {
            return;
        }
        if (handler != null) {
            handler.receive(frame);
        } else {
            deliverToProtocols(frame);
        }
    }

    /** As {@link #receive}, one of a list: its protocol gets it when the next one is for another, or none follows. */
    void receiveListed(Frame frame, boolean last) {
        protocols.beginList();
        receive(frame);
        if (last) {
            protocols.endList();
        }
    }

    /** Hands the frame to IPv4 or ARP of the device's namespace. */
    void deliverToProtocols(Frame frame) {
        protocols.deliver(frame, taps.any() && handler == null);
    }

    void attach(ListStage ipv4, Stage arp) {
        protocols.attach(ipv4, arp);
    }

    boolean sharesStackWith(Reception other) {
        return protocols.sharesStackWith(other.protocols);
    }

    /** Whether a bridge or a macvlan takes what the device receives ({@code netdev_is_rx_handler_busy()}). */
    public boolean hasHandler() {
        return handler != null;
    }

    /** Null for none ({@code netdev_rx_handler_register()}). */
    void setHandler(Stage handler) {
        this.handler = handler;
    }

    /** What has the ipvlans on top, null for none. */
    public IpvlanPort ipvlans() {
        return ipvlans;
    }

    void setIpvlans(IpvlanPort ipvlans) {
        this.ipvlans = ipvlans;
    }

    /** Null for none. */
    void setVlans(VlanGroup vlans) {
        this.vlans = vlans;
    }
}
