package io.ringway.replay.report;

import io.ringway.packet.DropReason;
import java.util.function.UnaryOperator;

/** What a user would change, or should know, where frames end in ways that few meet. */
final class RareDropAdvice {
    private RareDropAdvice() {}

    /** @param command makes of a command one that is done in the namespace where they ended */
    static String of(DropReason reason, DropSite.Example first, UnaryOperator<String> command) {
        return switch (reason) {
            case IPV6DISABLED -> "IPv6 is bridged only";
            case UNHANDLED_PROTO ->
                "neither IPv4 nor ARP: a bridge passes it on, no host takes it; -- ip or arp leaves such frames out";
            case INVALID_PROTO -> "it arrived, and nobody answers such a message";
            case MAC_IEEE_MAC_CONTROL -> "no bridge passes it on; -- not ether dst 01:80:c2:00:00:01 leaves it out";
            case DUP_FRAG -> "captured twice, at two interfaces of one way? -i IF instead of -i any";
            case FRAG_REASM_TIMEOUT ->
                "the capture lacks the other pieces: a capture filter with a port takes only the first of them";
            case FRAG_TOO_FAR -> command.apply("sysctl net.ipv4.ipfrag_max_dist=0");
            case FRAG_QUEUE_KILLED -> "other pieces of its packet overlap or disagree: captured damaged?";
            case VXLAN_INVALID_HDR -> "no VXLAN: is it meant for this port? ip -d link shows dstport";
            case VXLAN_VNI_NOT_FOUND ->
                "no VXLAN interface here has its number: " + command.apply("ip link add … type vxlan id … dstport …");
            case VXLAN_ENTRY_EXISTS -> command.apply("bridge fdb del MAC dev IF") + " forgets where it is said to be";
            case LOCAL_MAC -> "a frame of its own came back: a loop, or two tunnel ends with one MAC";
            case IP_TUNNEL_ECN -> "the tunnel's packet says congestion (ECN), and the packet inside may not";
            case RECURSION_LIMIT -> "its way out leads into itself: a route to the remote end by another interface";
            case NOMEM -> "nothing is left of it behind its outer headers, or it has no room for more of them";
            case HEADER_AT_INJECTION ->
                "sendto() would refuse it: captured damaged, or with a snapshot length? tcpdump -s 0";
            case FULL_RING -> "frames come faster than a stage takes them";
            case STORM -> "a loop of bridges or routes, and no STP in the model: take one link down";
            case ARP_CONSUMED -> "ARP is read by whom it reaches";
            default -> "--trace FILE shows the step before it";
        };
    }
}
