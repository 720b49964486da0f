package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Header;

/** The tuples that a command's attributes stand for ({@code ctnetlink_parse_tuple()}). */
final class FlowTuple {
    private FlowTuple() {}

    /** Whether family and protocol are said, and for ICMP a type that has an answer. */
    static boolean isWhole(FlowMessage flow, boolean reply) {
        boolean said = reply
                ? flow.has(FlowAttribute.REPLY_FAMILY) && flow.has(FlowAttribute.REPLY_PROTOCOL)
                : flow.has(FlowAttribute.ORIGINAL_FAMILY) && flow.has(FlowAttribute.ORIGINAL_PROTOCOL);
        return said && Tuple.invertRest(rest(flow, reply)) != Tuple.NONE;
    }

    static long addresses(FlowMessage flow, boolean reply) {
        return reply
                ? Tuple.addresses(flow.number(FlowAttribute.REPLY_SOURCE), flow.number(FlowAttribute.REPLY_DESTINATION))
                : Tuple.addresses(
                        flow.number(FlowAttribute.ORIGINAL_SOURCE), flow.number(FlowAttribute.ORIGINAL_DESTINATION));
    }

    /** Without its zone. */
    static long rest(FlowMessage flow, boolean reply) {
        int protocol = flow.number(reply ? FlowAttribute.REPLY_PROTOCOL : FlowAttribute.ORIGINAL_PROTOCOL);
        if (protocol == Ipv4Header.PROTOCOL_ICMP) {
            return reply
                    ? icmp(
                            flow,
                            FlowAttribute.REPLY_ICMP_TYPE,
                            FlowAttribute.REPLY_ICMP_CODE,
                            FlowAttribute.REPLY_ICMP_ID)
                    : icmp(flow, FlowAttribute.ICMP_TYPE, FlowAttribute.ICMP_CODE, FlowAttribute.ICMP_ID);
        }
        if (!Tuple.hasPorts(protocol) || protocol == Tuple.PROTOCOL_DCCP) {
            return Tuple.rest(0, 0, protocol);
        }
        return reply
                ? Tuple.rest(
                        flow.number(FlowAttribute.REPLY_SOURCE_PORT),
                        flow.number(FlowAttribute.REPLY_DESTINATION_PORT),
                        protocol)
                : Tuple.rest(
                        flow.number(FlowAttribute.ORIGINAL_SOURCE_PORT),
                        flow.number(FlowAttribute.ORIGINAL_DESTINATION_PORT),
                        protocol);
    }

    private static long icmp(FlowMessage flow, FlowAttribute type, FlowAttribute code, FlowAttribute id) {
        return Tuple.rest(flow.number(id), flow.number(type) << 8 | flow.number(code), Ipv4Header.PROTOCOL_ICMP);
    }

    /** As {@link TrackingZone} codes it. */
    static int zone(FlowMessage flow) {
        if (flow.has(FlowAttribute.ORIGINAL_ZONE)) {
            return flow.number(FlowAttribute.ORIGINAL_ZONE) | TrackingZone.ORIGINAL;
        }
        if (flow.has(FlowAttribute.REPLY_ZONE)) {
            return flow.number(FlowAttribute.REPLY_ZONE) | TrackingZone.REPLY;
        }
        return flow.number(FlowAttribute.ZONE);
    }

    static boolean hasSeveralZones(FlowMessage flow) {
        int zones = flow.has(FlowAttribute.ZONE) ? 1 : 0;
        zones += flow.has(FlowAttribute.ORIGINAL_ZONE) ? 1 : 0;
        zones += flow.has(FlowAttribute.REPLY_ZONE) ? 1 : 0;
        return zones > 1;
    }

    /** What a single address, with or without a port, asks of NAT; null if it is not said. */
    static NatRange range(FlowMessage flow, FlowAttribute address, FlowAttribute port) {
        if (!flow.has(address)) {
            return null;
        }
        int to = flow.number(address);
        int number = flow.number(port);
        return new NatRange(true, to, to, flow.has(port), number, number, false, false);
    }
}
