package io.ringway.packet;

/**
 * Why a frame went no further: the kernel's {@code SKB_DROP_REASON_*} (include/net/dropreason-core.h) where it has one,
 * else a name of Ringway's own.
 */
public enum DropReason {
    NOT_SPECIFIED("SKB_DROP_REASON_NOT_SPECIFIED", "dropped without a reason of its own"),
    NO_SOCKET("SKB_DROP_REASON_NO_SOCKET", "nothing listens on that port"),
    PKT_TOO_SMALL("SKB_DROP_REASON_PKT_TOO_SMALL", "shorter than its headers say"),
    TCP_CSUM("SKB_DROP_REASON_TCP_CSUM", "wrong TCP checksum"),
    UDP_CSUM("SKB_DROP_REASON_UDP_CSUM", "wrong UDP checksum"),
    ICMP_CSUM("SKB_DROP_REASON_ICMP_CSUM", "wrong ICMP checksum"),
    INVALID_PROTO("SKB_DROP_REASON_INVALID_PROTO", "a message that ends here without an answer"),
    NETFILTER_DROP("SKB_DROP_REASON_NETFILTER_DROP", "dropped by a netfilter rule or policy"),
    OTHERHOST("SKB_DROP_REASON_OTHERHOST", "addressed to another host's MAC"),
    IP_CSUM("SKB_DROP_REASON_IP_CSUM", "wrong IPv4 header checksum"),
    IP_INHDR("SKB_DROP_REASON_IP_INHDR", "unusable IPv4 header, or TTL expired"),
    IP_RPFILTER("SKB_DROP_REASON_IP_RPFILTER", "source address fails the reverse path check"),
    IP_OUTNOROUTES("SKB_DROP_REASON_IP_OUTNOROUTES", "no route for a packet made here"),
    NEIGH_FAILED("SKB_DROP_REASON_NEIGH_FAILED", "the neighbour did not answer ARP"),
    NEIGH_QUEUEFULL("SKB_DROP_REASON_NEIGH_QUEUEFULL", "too much already waits for the neighbour"),
    UNHANDLED_PROTO("SKB_DROP_REASON_UNHANDLED_PROTO", "nothing in the namespace handles this EtherType"),
    DEV_READY("SKB_DROP_REASON_DEV_READY", "the device is not ready to send"),
    FULL_RING("SKB_DROP_REASON_FULL_RING", "the next stage's ring is full"),
    HDR_TRUNC("SKB_DROP_REASON_HDR_TRUNC", "a header is cut short"),
    IP_INADDRERRORS("SKB_DROP_REASON_IP_INADDRERRORS", "not for this host, which does not forward"),
    IP_INNOROUTES("SKB_DROP_REASON_IP_INNOROUTES", "no route to the destination"),
    IP_LOCAL_SOURCE("SKB_DROP_REASON_IP_LOCAL_SOURCE", "source address is one of this host's own"),
    IP_INVALID_SOURCE("SKB_DROP_REASON_IP_INVALID_SOURCE", "martian source address"),
    IP_LOCALNET("SKB_DROP_REASON_IP_LOCALNET", "loopback address on the wire"),
    IP_INVALID_DEST("SKB_DROP_REASON_IP_INVALID_DEST", "martian destination address"),
    PKT_TOO_BIG("SKB_DROP_REASON_PKT_TOO_BIG", "larger than the MTU and must not be fragmented"),
    MAC_INVALID_SOURCE("SKB_DROP_REASON_MAC_INVALID_SOURCE", "source MAC is zero or a group address"),
    BRIDGE_INGRESS_STP_STATE("SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE", "the bridge port does not forward"),
    NO_TX_TARGET("SKB_DROP_REASON_NO_TX_TARGET", "no other bridge port to send to"),
    MAC_IEEE_MAC_CONTROL("SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL", "a pause frame, which no bridge forwards"),
    IPV6DISABLED("SKB_DROP_REASON_IPV6DISABLED", "IPv6 is bridged, not received by a host"),
    DUP_FRAG("SKB_DROP_REASON_DUP_FRAG", "a fragment that came twice"),
    FRAG_REASM_TIMEOUT("SKB_DROP_REASON_FRAG_REASM_TIMEOUT", "the other fragments did not come in time"),
    FRAG_TOO_FAR("SKB_DROP_REASON_FRAG_TOO_FAR", "too many other fragments came in between"),
    IP_NOPROTO("SKB_DROP_REASON_IP_NOPROTO", "nothing here speaks this IP protocol"),
    NOMEM("SKB_DROP_REASON_NOMEM", "no room for, or nothing left of, the packet inside"),
    VXLAN_INVALID_HDR("SKB_DROP_REASON_VXLAN_INVALID_HDR", "a VXLAN header without VNI flag, or with other bits set"),
    VXLAN_VNI_NOT_FOUND("SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND", "no VXLAN interface has this VNI"),
    VXLAN_ENTRY_EXISTS("SKB_DROP_REASON_VXLAN_ENTRY_EXISTS", "a static entry says that this MAC is elsewhere"),
    LOCAL_MAC("SKB_DROP_REASON_LOCAL_MAC", "the source MAC is the tunnel interface's own"),
    IP_TUNNEL_ECN("SKB_DROP_REASON_IP_TUNNEL_ECN", "congestion marked outside, a packet inside that knows none"),
    RECURSION_LIMIT("SKB_DROP_REASON_RECURSION_LIMIT", "tunnels in tunnels in tunnels"),
    DEV_DOWN("RINGWAY_DEV_DOWN", "the interface is down"),
    ARP_CONSUMED("RINGWAY_ARP_CONSUMED", "ARP message read and not answered"),
    OVER_MTU_AT_INJECTION("RINGWAY_OVER_MTU_AT_INJECTION", "a captured frame larger than the interface could send"),
    RUNT_AT_INJECTION("RINGWAY_RUNT_AT_INJECTION", "a captured frame shorter than an Ethernet header"),
    HEADER_AT_INJECTION("RINGWAY_HEADER_AT_INJECTION", "a captured packet whose IPv4 header no raw socket would take"),
    FRAG_QUEUE_KILLED("RINGWAY_FRAG_QUEUE_KILLED", "a fragment of a packet that can no longer be reassembled"),
    STORM("RINGWAY_STORM", "a forwarding loop exceeded the step budget of its instant");

    private final String kernelName;
    private final String meaning;

    DropReason(String kernelName, String meaning) {
        this.kernelName = kernelName;
        this.meaning = meaning;
    }

    /** What {@code kfree_skb} tracing on Linux prints, or a {@code RINGWAY_} name where Linux has none. */
    public String kernelName() {
        return kernelName;
    }

    /** A few words for people. */
    public String meaning() {
        return meaning;
    }
}
