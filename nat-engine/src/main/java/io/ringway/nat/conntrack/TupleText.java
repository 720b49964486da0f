package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** A tuple with ports or an id in the words of {@code conntrack -L}, a space at its end. */
final class TupleText {
    private TupleText() {}

    static String of(long addresses, long rest) {
        int source = Tuple.sourcePort(rest);
        int destination = Tuple.destinationPort(rest);
        String ports = Tuple.protocol(rest) == Ipv4Header.PROTOCOL_ICMP
                ? "type=" + (destination >>> 8) + " code=" + (destination & 0xff) + " id=" + source
                : "sport=" + source + " dport=" + destination;
        return "src=" + Ipv4Address.format(Tuple.source(addresses)) + " dst="
                + Ipv4Address.format(Tuple.destination(addresses)) + " " + ports + " ";
    }
}
