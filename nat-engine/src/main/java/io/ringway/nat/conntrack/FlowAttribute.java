package io.ringway.nat.conntrack;

/**
 * What is said of a connection when it is listed, told of, or asked for ({@code enum nf_conntrack_attr} of
 * libnetfilter_conntrack). Addresses, ports and keys are numbers as a tuple holds them.
 */
public enum FlowAttribute {
    ORIGINAL_FAMILY,
    ORIGINAL_SOURCE,
    ORIGINAL_DESTINATION,
    ORIGINAL_PROTOCOL,
    ORIGINAL_SOURCE_PORT,
    ORIGINAL_DESTINATION_PORT,
    REPLY_FAMILY,
    REPLY_SOURCE,
    REPLY_DESTINATION,
    REPLY_PROTOCOL,
    REPLY_SOURCE_PORT,
    REPLY_DESTINATION_PORT,
    ICMP_TYPE,
    ICMP_CODE,
    ICMP_ID,
    REPLY_ICMP_TYPE,
    REPLY_ICMP_CODE,
    REPLY_ICMP_ID,
    TCP_STATE,
    /** Flags of both directions, to be set ({@code IP_CT_TCP_FLAG_*}). */
    TCP_FLAGS,
    SCTP_STATE,
    ORIGINAL_TAG,
    REPLY_TAG,
    /** DCCP has no state in this kernel; a filter for one finds nothing. */
    DCCP_STATE,
    TIMEOUT,
    STATUS,
    MARK,
    /** The ordinal of its {@link Helper}. */
    HELPER,
    ZONE,
    ORIGINAL_ZONE,
    REPLY_ZONE,
    ID,
    USE,
    ORIGINAL_PACKETS,
    ORIGINAL_BYTES,
    REPLY_PACKETS,
    REPLY_BYTES,
    /** When it was confirmed and when it ended, in nanoseconds since 1970. */
    START,
    STOP,
    SOURCE_NAT_ADDRESS,
    SOURCE_NAT_PORT,
    DESTINATION_NAT_ADDRESS,
    DESTINATION_NAT_PORT
}
