package io.ringway.engine.device;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.VlanTag;

/**
 * What {@code br_netfilter} does to a bridge even where it calls no iptables: it wants the whole of an encapsulation
 * behind the type, a second tag or a PPPoE session ({@code br_netfilter_hooks.c:br_nf_pre_routing()}).
 */
final class BridgeNetfilter {
    private static final int TYPE_PPPOE_SESSION = 0x8864;
    private static final int PPPOE_SESSION_BYTES = 8;

    private BridgeNetfilter() {}

    static boolean isCutShort(Frame frame) {
        int type = EthernetHeader.type(frame);
        int behind = frame.length() - EthernetHeader.LENGTH;
        if (type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ) {
            type = VlanTag.innerType(frame);
            behind -= VlanTag.LENGTH;
        }
        return (type == EthernetHeader.TYPE_VLAN && behind < VlanTag.LENGTH)
                || (type == TYPE_PPPOE_SESSION && behind < PPPOE_SESSION_BYTES);
    }
}
