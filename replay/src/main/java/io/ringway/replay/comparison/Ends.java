package io.ringway.replay.comparison;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/**
 * Who sends a packet to whom.
 *
 * @param protocol of IPv4; {@link #NO_IPV4} where it is another
 * @param sourcePort the id of an echo, 0 where there is none
 */
record Ends(int protocol, int source, int sourcePort, int destination, int destinationPort) {
    static final int NO_IPV4 = 256;

    /** Of the packet behind the Ethernet header of a captured frame. */
    static Ends captured(Frame frame) {
        boolean ipv4 = frame.length() >= EthernetHeader.LENGTH + Ipv4Header.MIN_LENGTH
                && EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4;
        return ipv4 ? of(frame, EthernetHeader.LENGTH) : new Ends(NO_IPV4, 0, 0, 0, 0);
    }

    /** Of the IPv4 packet at that offset. */
    static Ends of(Frame frame, int at) {
        if (frame.length() < at + Ipv4Header.MIN_LENGTH) {
            return new Ends(NO_IPV4, 0, 0, 0, 0);
        }
        int protocol = Ipv4Header.protocol(frame, at);
        int source = Ipv4Header.source(frame, at);
        int destination = Ipv4Header.destination(frame, at);
        int transport = at + Ipv4Header.headerLength(frame, at);
        if (Ipv4Header.fragmentOffset(frame, at) != 0 || frame.length() < transport + IcmpHeader.LENGTH) {
            return new Ends(protocol, source, 0, destination, 0);
        }
        if (protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP) {
            return new Ends(protocol, source, frame.u16(transport), destination, frame.u16(transport + 2));
        }
        if (protocol == Ipv4Header.PROTOCOL_ICMP && !IcmpHeader.isError(IcmpHeader.type(frame, transport))) {
            int id = IcmpHeader.id(frame, transport);
            return new Ends(protocol, source, id, destination, id);
        }
        return new Ends(protocol, source, 0, destination, 0);
    }

    /** Of an answer. */
    Ends turned() {
        return new Ends(protocol, destination, destinationPort, source, sourcePort);
    }

    String protocolName() {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> "tcp";
            case Ipv4Header.PROTOCOL_UDP -> "udp";
            case Ipv4Header.PROTOCOL_ICMP -> "icmp";
            case NO_IPV4 -> "other";
            default -> "ip/" + protocol;
        };
    }

    String from() {
        return end(source, sourcePort);
    }

    String to() {
        return end(destination, destinationPort);
    }

    private String end(int address, int port) {
        if (protocol == NO_IPV4) {
            return "";
        }
        boolean ports = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        return Ipv4Address.format(address) + (ports ? ":" + port : "");
    }

    /** {@code 10.0.0.2:1234 > 192.0.2.1:80}. */
    @Override
    public String toString() {
        return protocol == NO_IPV4 ? "" : from() + " > " + to();
    }
}
