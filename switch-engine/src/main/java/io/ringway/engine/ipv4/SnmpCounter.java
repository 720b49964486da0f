package io.ringway.engine.ipv4;

/**
 * The counters of {@code nstat} that the model moves, in the order in which it lists them; what stands here is what
 * {@code conform} compares. Those by ICMP type are {@link SnmpCounters}' own.
 */
public enum SnmpCounter {
    IP_IN_RECEIVES("IpInReceives"),
    IP_IN_HDR_ERRORS("IpInHdrErrors"),
    IP_IN_ADDR_ERRORS("IpInAddrErrors"),
    IP_FORW_DATAGRAMS("IpForwDatagrams"),
    IP_IN_UNKNOWN_PROTOS("IpInUnknownProtos"),
    IP_IN_DISCARDS("IpInDiscards"),
    IP_IN_DELIVERS("IpInDelivers"),
    IP_OUT_REQUESTS("IpOutRequests"),
    IP_OUT_DISCARDS("IpOutDiscards"),
    IP_OUT_NO_ROUTES("IpOutNoRoutes"),
    IP_REASM_TIMEOUT("IpReasmTimeout"),
    IP_REASM_REQDS("IpReasmReqds"),
    IP_REASM_OKS("IpReasmOKs"),
    IP_REASM_FAILS("IpReasmFails"),
    IP_FRAG_OKS("IpFragOKs"),
    IP_FRAG_FAILS("IpFragFails"),
    IP_FRAG_CREATES("IpFragCreates"),
    IP_OUT_TRANSMITS("IpOutTransmits"),
    ICMP_IN_MSGS("IcmpInMsgs"),
    ICMP_IN_ERRORS("IcmpInErrors"),
    ICMP_IN_CSUM_ERRORS("IcmpInCsumErrors"),
    ICMP_OUT_MSGS("IcmpOutMsgs"),
    ICMP_OUT_ERRORS("IcmpOutErrors"),
    ICMP_OUT_RATE_LIMIT_GLOBAL("IcmpOutRateLimitGlobal"),
    ICMP_OUT_RATE_LIMIT_HOST("IcmpOutRateLimitHost"),
    TCP_IN_SEGS("TcpInSegs"),
    TCP_OUT_SEGS("TcpOutSegs"),
    TCP_IN_ERRS("TcpInErrs"),
    TCP_OUT_RSTS("TcpOutRsts"),
    TCP_IN_CSUM_ERRORS("TcpInCsumErrors"),
    UDP_IN_DATAGRAMS("UdpInDatagrams"),
    UDP_NO_PORTS("UdpNoPorts"),
    UDP_IN_ERRORS("UdpInErrors"),
    UDP_IN_CSUM_ERRORS("UdpInCsumErrors"),
    UDP_IGNORED_MULTI("UdpIgnoredMulti"),
    UDP_LITE_NO_PORTS("UdpLiteNoPorts"),
    UDP_LITE_IN_ERRORS("UdpLiteInErrors"),
    UDP_LITE_IN_CSUM_ERRORS("UdpLiteInCsumErrors"),
    UDP_LITE_IGNORED_MULTI("UdpLiteIgnoredMulti"),
    TCP_EXT_IP_REVERSE_PATH_FILTER("TcpExtIPReversePathFilter"),
    IP_EXT_IN_NO_ROUTES("IpExtInNoRoutes"),
    IP_EXT_IN_TRUNCATED_PKTS("IpExtInTruncatedPkts"),
    IP_EXT_IN_MCAST_PKTS("IpExtInMcastPkts"),
    IP_EXT_IN_BCAST_PKTS("IpExtInBcastPkts"),
    IP_EXT_IN_OCTETS("IpExtInOctets"),
    IP_EXT_OUT_OCTETS("IpExtOutOctets"),
    IP_EXT_IN_MCAST_OCTETS("IpExtInMcastOctets"),
    IP_EXT_IN_BCAST_OCTETS("IpExtInBcastOctets"),
    IP_EXT_IN_CSUM_ERRORS("IpExtInCsumErrors"),
    IP_EXT_IN_NO_ECT_PKTS("IpExtInNoECTPkts"),
    IP_EXT_IN_ECT1_PKTS("IpExtInECT1Pkts"),
    IP_EXT_IN_ECT0_PKTS("IpExtInECT0Pkts"),
    IP_EXT_IN_CE_PKTS("IpExtInCEPkts"),
    IP_EXT_REASM_OVERLAPS("IpExtReasmOverlaps");

    private final String listedName;

    SnmpCounter(String listedName) {
        this.listedName = listedName;
    }

    /** As {@code nstat} prints it. */
    public String listedName() {
        return listedName;
    }
}
