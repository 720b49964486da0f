package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Header;

/** Names of the states that protocols have, as numbers in a {@link FlowMessage} stand for them. */
public final class FlowStates {
    private FlowStates() {}

    /** A number beyond the last state reads as none. */
    public static String tcp(long state) {
        return TcpState.name(state < TcpState.COUNT ? (int) state : TcpState.NONE);
    }

    public static String sctp(long state) {
        return SctpState.name(state < SctpState.COUNT ? (int) state : SctpState.NONE);
    }

    /** -1 for no state of TCP. */
    public static int tcp(String name) {
        for (int state = 0; state < TcpState.COUNT; state++) {
            if (TcpState.name(state).equals(name)) {
                return state;
            }
        }
        return -1;
    }

    /** -1 for no state of SCTP. */
    public static int sctp(String name) {
        for (int state = 0; state < SctpState.COUNT; state++) {
            if (SctpState.name(state).equals(name)) {
                return state;
            }
        }
        return -1;
    }

    /** What libnetfilter_conntrack calls a protocol. */
    public static String protocol(int number) {
        return switch (number) {
            case Ipv4Header.PROTOCOL_ICMP -> "icmp";
            case Ipv4Header.PROTOCOL_TCP -> "tcp";
            case Ipv4Header.PROTOCOL_UDP -> "udp";
            case Tuple.PROTOCOL_DCCP -> "dccp";
            case Tuple.PROTOCOL_GRE -> "gre";
            case Tuple.PROTOCOL_ICMPV6 -> "icmpv6";
            case Tuple.PROTOCOL_SCTP -> "sctp";
            case Tuple.PROTOCOL_UDPLITE -> "udplite";
            default -> "unknown";
        };
    }

    /** Whether it is told by its ports, {@link #hasKeys keys} aside. */
    public static boolean hasPorts(int protocol) {
        return Tuple.hasPorts(protocol) && !hasKeys(protocol);
    }

    public static boolean hasKeys(int protocol) {
        return protocol == Tuple.PROTOCOL_GRE;
    }

    public static boolean isIcmp(int protocol) {
        return protocol == Ipv4Header.PROTOCOL_ICMP || protocol == Tuple.PROTOCOL_ICMPV6;
    }

    /** The type that answers this type of ICMP; 0 for one that has no answer. */
    public static int icmpAnswer(int type) {
        long answer = Tuple.invertRest(Tuple.rest(0, type << 8, Ipv4Header.PROTOCOL_ICMP));
        return answer == Tuple.NONE ? 0 : Tuple.destinationPort(answer) >>> 8;
    }
}
