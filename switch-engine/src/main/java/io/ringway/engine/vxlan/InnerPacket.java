package io.ringway.engine.vxlan;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv6Header;
import io.ringway.packet.VlanTag;

/** What a tunnel reads of the packet in a frame, behind VLAN tags ({@code ip_tunnels.h:skb_vlan_inet_prepare()}). */
final class InnerPacket {
    private static final int MAX_TAGS = 7;

    private InnerPacket() {}

    /**
     * Offset of what stands behind the Ethernet header and its tags; of the first tag where the last is cut short or there
     * are too many ({@code if_vlan.h:__vlan_get_protocol()}).
     */
    static int offset(Frame frame) {
        return offset(frame, 0);
    }

    /** The same of a frame that begins at {@code ethernet}. */
    static int offset(Frame frame, int ethernet) {
        int untagged = ethernet + EthernetHeader.LENGTH;
        int at = untagged;
        for (int tags = 0; isTag(frame.u16(at - 2)); tags++) {
            if (tags == MAX_TAGS || frame.length() < at + VlanTag.LENGTH) {
                return untagged;
            }
            at += VlanTag.LENGTH;
        }
        return at;
    }

    /** The EtherType in front of {@code at}, which is an {@link #offset}. */
    static int type(Frame frame, int at) {
        return frame.u16(at - 2);
    }

    private static boolean isTag(int type) {
        return type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ;
    }

    /** Whether an IP packet has its whole fixed header; anything else passes ({@code pskb_inet_may_pull()}). */
    static boolean isWhole(Frame frame) {
        int at = offset(frame);
        return switch (type(frame, at)) {
            case EthernetHeader.TYPE_IPV4 -> frame.length() >= at + Ipv4Header.MIN_LENGTH;
            case EthernetHeader.TYPE_IPV6 -> frame.length() >= at + Ipv6Header.LENGTH;
            default -> true;
        };
    }

    /** TOS or traffic class, 0 for what is no IP ({@code ip_tunnel_get_dsfield()}). */
    static int tos(Frame frame, int at) {
        return switch (type(frame, at)) {
            case EthernetHeader.TYPE_IPV4 -> Ipv4Header.tos(frame, at);
            case EthernetHeader.TYPE_IPV6 -> frame.u16(at) >>> 4 & 0xff;
            default -> 0;
        };
    }

    /** TTL or hop limit, 0 for what is no IP ({@code ip_tunnel_get_ttl()}). */
    static int ttl(Frame frame, int at) {
        return switch (type(frame, at)) {
            case EthernetHeader.TYPE_IPV4 -> Ipv4Header.ttl(frame, at);
            case EthernetHeader.TYPE_IPV6 -> Ipv6Header.hopLimit(frame, at);
            default -> 0;
        };
    }

    /** Whether DF is inherited: of IPv4 as it says, of IPv6 always, from a frame without a VLAN tag. */
    static boolean dontFragment(Frame frame) {
        int at = EthernetHeader.LENGTH;
        return switch (type(frame, at)) {
            case EthernetHeader.TYPE_IPV4 -> Ipv4Header.dontFragment(frame, at);
            case EthernetHeader.TYPE_IPV6 -> true;
            default -> false;
        };
    }
}
