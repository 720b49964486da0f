package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;

/** What is expected, in the words of {@code conntrack -L expect} (conntrack-tools 1.4.7). */
final class ExpectationListing {
    private ExpectationListing() {}

    static String of(Expectations expectations, long nowNs) {
        StringBuilder out = new StringBuilder();
        expectations.sweep(nowNs);
        for (Expectation at = expectations.oldest(); at != null; at = at.newer) {
            line(out, at, nowNs);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Expectation expectation, long nowNs) {
        Connection master = expectation.master;
        out.append(Math.max(0, (expectation.endNs - nowNs) / Connection.SECOND_NS));
        out.append(" proto=").append(Tuple.protocol(expectation.rest));
        addresses(out, " ", expectation.addresses);
        ports(out, 0, expectation.port());
        out.append(" mask-src=255.255.255.255 mask-dst=255.255.255.255");
        ports(out, 0, 0xffff);
        addresses(out, " master-", master.originalAddresses);
        ports(out, master.originalSourcePort(), master.originalDestinationPort());
        out.append(" class=0 helper=").append(master.help.helper.kernelName()).append('\n');
    }

    private static void addresses(StringBuilder out, String lead, long addresses) {
        out.append(lead).append("src=").append(Ipv4Address.format(Tuple.source(addresses)));
        out.append(lead).append("dst=").append(Ipv4Address.format(Tuple.destination(addresses)));
    }

    private static void ports(StringBuilder out, int source, int destination) {
        out.append(" sport=").append(source).append(" dport=").append(destination);
    }
}
