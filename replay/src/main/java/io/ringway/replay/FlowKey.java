package io.ringway.replay;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv6Header;

/**
 * The two ends of a packet without their order, packed into two longs: both addresses, and both ports with the
 * protocol. One mutable instance reads frame after frame.
 */
final class FlowKey {
    static final int ARP = 256;
    static final int IPV6 = 257;
    static final int OTHER = 258;

    private int protocol;
    private int source;
    private int destination;
    private int sourcePort;
    private int destinationPort;

    /** Reads the frame's ends, wherever its IPv4 header is sound enough to be read. */
    void read(Frame frame) {
        clear();
        if (frame.length() < EthernetHeader.LENGTH) {
            return;
        }
        int type = EthernetHeader.type(frame);
        int at = EthernetHeader.LENGTH;
        if (type == EthernetHeader.TYPE_ARP) {
            protocol = ARP;
        } else if (type == EthernetHeader.TYPE_IPV6 && Ipv6Header.valid(frame, at)) {
            protocol = IPV6;
        } else if (type == EthernetHeader.TYPE_IPV4 && frame.length() >= at + Ipv4Header.MIN_LENGTH) {
            protocol = Ipv4Header.protocol(frame, at);
            source = Ipv4Header.source(frame, at);
            destination = Ipv4Header.destination(frame, at);
            readPorts(frame, at);
        }
    }

    private void clear() {
        protocol = OTHER;
        source = 0;
        destination = 0;
        sourcePort = 0;
        destinationPort = 0;
    }

    private void readPorts(Frame frame, int at) {
        int transport = at + Ipv4Header.headerLength(frame, at);
        if (Ipv4Header.fragmentOffset(frame, at) != 0 || frame.length() < transport + IcmpHeader.LENGTH) {
            return;
        }
        if (protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP) {
            sourcePort = frame.u16(transport);
            destinationPort = frame.u16(transport + 2);
        } else if (protocol == Ipv4Header.PROTOCOL_ICMP && !IcmpHeader.isError(IcmpHeader.type(frame, transport))) {
            sourcePort = IcmpHeader.id(frame, transport);
            destinationPort = sourcePort;
        }
    }

    private boolean ordered() {
        int order = Integer.compareUnsigned(source, destination);
        return order < 0 || (order == 0 && sourcePort <= destinationPort);
    }

    long addresses() {
        return ordered() ? pack(source, destination) : pack(destination, source);
    }

    long ports() {
        long first = ordered() ? sourcePort : destinationPort;
        long second = ordered() ? destinationPort : sourcePort;
        return (long) protocol << 32 | first << 16 | second;
    }

    private static long pack(int high, int low) {
        return (long) high << 32 | (low & 0xffff_ffffL);
    }

    String protocolName() {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> "tcp";
            case Ipv4Header.PROTOCOL_UDP -> "udp";
            case Ipv4Header.PROTOCOL_ICMP -> "icmp";
            case Ipv4Header.PROTOCOL_IGMP -> "igmp";
            case ARP -> "arp";
            case IPV6 -> "ipv6";
            case OTHER -> "other";
            default -> "ip/" + protocol;
        };
    }

    /** The end that sent the frame; "" where there is no IP. */
    String sourceText() {
        return end(source, sourcePort);
    }

    String destinationText() {
        return end(destination, destinationPort);
    }

    private String end(int address, int port) {
        if (protocol >= ARP) {
            return "";
        }
        boolean hasPort = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        return Ipv4Address.format(address) + (hasPort ? ":" + port : "");
    }
}
