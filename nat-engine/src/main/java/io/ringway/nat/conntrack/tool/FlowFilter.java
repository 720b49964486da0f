package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.FlowStates;
import java.util.List;

/** Which connections a command is about ({@code nfct_filter()}, and {@code compare.c} of libnetfilter_conntrack). */
final class FlowFilter {
    /** With one of these said, all that was said of the connection is compared. */
    private static final String COMPARED = "psdrqmcuiwl()";

    private static final List<FlowAttribute> ORIGINAL = List.of(
            FlowAttribute.ORIGINAL_FAMILY,
            FlowAttribute.ORIGINAL_PROTOCOL,
            FlowAttribute.ORIGINAL_SOURCE,
            FlowAttribute.ORIGINAL_DESTINATION);
    private static final List<FlowAttribute> REPLY = List.of(
            FlowAttribute.REPLY_FAMILY,
            FlowAttribute.REPLY_PROTOCOL,
            FlowAttribute.REPLY_SOURCE,
            FlowAttribute.REPLY_DESTINATION);
    private static final List<FlowAttribute> ORIGINAL_PORTS =
            List.of(FlowAttribute.ORIGINAL_SOURCE_PORT, FlowAttribute.ORIGINAL_DESTINATION_PORT);
    private static final List<FlowAttribute> REPLY_PORTS =
            List.of(FlowAttribute.REPLY_SOURCE_PORT, FlowAttribute.REPLY_DESTINATION_PORT);
    private static final List<FlowAttribute> ICMP =
            List.of(FlowAttribute.ICMP_ID, FlowAttribute.ICMP_CODE, FlowAttribute.ICMP_TYPE);
    private static final List<FlowAttribute> OTHERS = List.of(
            FlowAttribute.ID,
            FlowAttribute.TIMEOUT,
            FlowAttribute.TCP_STATE,
            FlowAttribute.SCTP_STATE,
            FlowAttribute.DCCP_STATE);
    private static final List<FlowAttribute> ZONES =
            List.of(FlowAttribute.ZONE, FlowAttribute.ORIGINAL_ZONE, FlowAttribute.REPLY_ZONE);

    private final ToolRequest request;
    private final FlowMessage wanted;

    FlowFilter(ToolRequest request) {
        this.request = request;
        this.wanted = request.flow;
    }

    /** Has addresses with a mask compared by it and not as they stand ({@code nfct_filter_init()}). */
    void prepare() {
        if (request.has('{') && !request.has('s')) {
            throw ConntrackRefusal.parameter("Can't use --mask-src without --src");
        }
        if (request.has('}') && !request.has('d')) {
            throw ConntrackRefusal.parameter("Can't use --mask-dst without --dst");
        }
    }

    /** What the kernel leaves out before the tool sees it. */
    boolean isSent(FlowMessage flow, boolean byStatus) {
        if (request.family != ToolRequest.ANY_FAMILY && request.family != AddressWords.IPV4) {
            return false;
        }
        if (request.kernelMark && (flow.get(FlowAttribute.MARK) & request.markMask) != request.kernelMarkValue) {
            return false;
        }
        return !byStatus
                || !request.kernelStatus
                || (flow.get(FlowAttribute.STATUS) & request.statusMask) == request.statusValue;
    }

    boolean matches(FlowMessage flow) {
        return isTranslated(flow)
                && (!request.has('m')
                        || (flow.has(FlowAttribute.MARK)
                                && (flow.get(FlowAttribute.MARK) & request.markMask) == request.mark))
                && isInNetworks(flow)
                && (!request.hasAny(COMPARED) || isAlike(flow));
    }

    /** What {@code -U} looks at: not the status, the mark, the state, which are to be set. */
    boolean matchesForUpdate(FlowMessage flow) {
        boolean original = !request.hasAny("sdp") || isOriginal(flow);
        boolean reply = !request.hasAny("rqp") || isReply(flow);
        return isTranslated(flow)
                && isInNetworks(flow)
                && (!wanted.has(FlowAttribute.ID) || wanted.get(FlowAttribute.ID) == flow.get(FlowAttribute.ID))
                && original
                && reply;
    }

    private boolean isInNetworks(FlowMessage flow) {
        return (!request.sourceMasked || isIn(FlowAttribute.ORIGINAL_SOURCE, request.sourceMask, flow))
                && (!request.destinationMasked
                        || isIn(FlowAttribute.ORIGINAL_DESTINATION, request.destinationMask, flow));
    }

    private boolean isIn(FlowAttribute address, int mask, FlowMessage flow) {
        return request.family == AddressWords.IPV4 && (flow.number(address) & mask) == (wanted.number(address) & mask);
    }

    private boolean isTranslated(FlowMessage flow) {
        boolean any = request.has('j');
        boolean source = (any || request.has('n'))
                && is(
                        flow,
                        FlowAttribute.SOURCE_NAT_ADDRESS,
                        FlowAttribute.SOURCE_NAT_PORT,
                        flow.isSourceTranslated(),
                        flow.isSourcePortTranslated(),
                        FlowAttribute.REPLY_DESTINATION,
                        FlowAttribute.REPLY_DESTINATION_PORT);
        boolean destination = (any || request.has('g'))
                && is(
                        flow,
                        FlowAttribute.DESTINATION_NAT_ADDRESS,
                        FlowAttribute.DESTINATION_NAT_PORT,
                        flow.isDestinationTranslated(),
                        flow.isDestinationPortTranslated(),
                        FlowAttribute.REPLY_SOURCE,
                        FlowAttribute.REPLY_SOURCE_PORT);
        if (any) {
            return source || destination;
        }
        return (source || !request.has('n')) && (destination || !request.has('g'));
    }

    private boolean is(
            FlowMessage flow,
            FlowAttribute address,
            FlowAttribute port,
            boolean addressTranslated,
            boolean portTranslated,
            FlowAttribute toAddress,
            FlowAttribute toPort) {
        if (!wanted.has(address) && !wanted.has(port)) {
            return addressTranslated || portTranslated;
        }
        boolean addressFits = !wanted.has(address) || (addressTranslated && wanted.get(address) == flow.get(toAddress));
        boolean portFits = !wanted.has(port) || (portTranslated && wanted.get(port) == flow.get(toPort));
        return addressFits && portFits;
    }

    /** {@code nfct_cmp(…, NFCT_CMP_ALL | NFCT_CMP_MASK)}. */
    private boolean isAlike(FlowMessage flow) {
        return OTHERS.stream().allMatch(attribute -> isSame(attribute, flow))
                && ZONES.stream().allMatch(zone -> isSame(zone, flow) || isNone(zone, flow))
                && (!wanted.has(FlowAttribute.STATUS)
                        || (wanted.get(FlowAttribute.STATUS) & ~flow.get(FlowAttribute.STATUS)) == 0)
                && isOriginal(flow)
                && isReply(flow);
    }

    /** Zone 0 is that of connections in none. */
    private boolean isNone(FlowAttribute zone, FlowMessage flow) {
        return wanted.get(zone) == 0 && !flow.has(zone);
    }

    private boolean isOriginal(FlowMessage flow) {
        return ORIGINAL.stream()
                        .allMatch(attribute -> isSameAddress(
                                attribute,
                                flow,
                                attribute == FlowAttribute.ORIGINAL_SOURCE && request.sourceMasked,
                                attribute == FlowAttribute.ORIGINAL_DESTINATION && request.destinationMasked))
                && (!wanted.has(FlowAttribute.ORIGINAL_PROTOCOL)
                        || arePorts(flow, wanted.number(FlowAttribute.ORIGINAL_PROTOCOL), ORIGINAL_PORTS));
    }

    private boolean isReply(FlowMessage flow) {
        return REPLY.stream().allMatch(attribute -> isSame(attribute, flow))
                && (!wanted.has(FlowAttribute.REPLY_PROTOCOL)
                        || arePorts(flow, wanted.number(FlowAttribute.REPLY_PROTOCOL), REPLY_PORTS));
    }

    private boolean isSameAddress(FlowAttribute attribute, FlowMessage flow, boolean source, boolean destination) {
        return source || destination || isSame(attribute, flow);
    }

    /** Keys of GRE are not looked at. */
    private boolean arePorts(FlowMessage flow, int protocol, List<FlowAttribute> ports) {
        if (FlowStates.isIcmp(protocol)) {
            return ICMP.stream().allMatch(attribute -> isSame(attribute, flow));
        }
        return !FlowStates.hasPorts(protocol) || ports.stream().allMatch(attribute -> isSame(attribute, flow));
    }

    private boolean isSame(FlowAttribute attribute, FlowMessage flow) {
        return !wanted.has(attribute) || (flow.has(attribute) && wanted.get(attribute) == flow.get(attribute));
    }
}
