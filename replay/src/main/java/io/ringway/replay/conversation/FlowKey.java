package io.ringway.replay.conversation;

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
public final class FlowKey {
    public static final int ARP = 256;
    static final int IPV6 = 257;
    static final int OTHER = 258;

    private int protocol;
    private int source;
    private int destination;
    private int sourcePort;
    private int destinationPort;
    private boolean laterFragment;
    private boolean firstFragment;
    private int packetId;

    /** Reads the frame's ends, wherever its IPv4 header is sound enough to be read. */
    public void read(Frame frame) {
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
            readPacket(frame, at);
        }
    }

    /** Reads the ends of the packet that an ICMP error quotes from there on. */
    public void readQuoted(Frame frame, int at) {
        clear();
        if (frame.length() >= at + Ipv4Header.MIN_LENGTH && Ipv4Header.hasSoundStart(frame, at)) {
            readPacket(frame, at);
        }
    }

    private void readPacket(Frame frame, int at) {
        protocol = Ipv4Header.protocol(frame, at);
        source = Ipv4Header.source(frame, at);
        destination = Ipv4Header.destination(frame, at);
        laterFragment = Ipv4Header.fragmentOffset(frame, at) != 0;
        firstFragment = !laterFragment && Ipv4Header.moreFragments(frame, at);
        packetId = Ipv4Header.id(frame, at);
        readPorts(frame, at);
    }

    private void clear() {
        protocol = OTHER;
        source = 0;
        destination = 0;
        sourcePort = 0;
        destinationPort = 0;
        laterFragment = false;
        firstFragment = false;
        packetId = 0;
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

    /** Whether the sender is the first of the two ends. */
    public boolean ordered() {
        int order = Integer.compareUnsigned(source, destination);
        return order < 0 || (order == 0 && sourcePort <= destinationPort);
    }

    public long addresses() {
        return ordered() ? pack(source, destination) : pack(destination, source);
    }

    public long ports() {
        long first = ordered() ? sourcePort : destinationPort;
        long second = ordered() ? destinationPort : sourcePort;
        return (long) protocol << 32 | first << 16 | second;
    }

    public static long pack(int high, int low) {
        return (long) high << 32 | (low & 0xffff_ffffL);
    }

    public int protocol() {
        return protocol;
    }

    public int source() {
        return source;
    }

    public int destination() {
        return destination;
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /** Whether this is a fragment behind the first one, which has no ports. */
    public boolean isLaterFragment() {
        return laterFragment;
    }

    public boolean isFirstFragment() {
        return firstFragment;
    }

    /** What the fragments of a packet have in common. */
    public int packetId() {
        return packetId;
    }

    public String protocolName() {
        return protocolName(protocol);
    }

    /** The end that sent the frame; "" where there is no IP. */
    public String sourceText() {
        return text(protocol, source, sourcePort);
    }

    public String destinationText() {
        return text(protocol, destination, destinationPort);
    }

    static int protocolOf(long ports) {
        return (int) (ports >>> 32);
    }

    public static String protocolName(int protocol) {
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

    /** Both ends, the sender first. */
    @Override
    public String toString() {
        return sourceText() + " > " + destinationText();
    }

    /** An end as people write it; "" where there is no IP. */
    static String text(int protocol, int address, int port) {
        if (protocol >= ARP) {
            return "";
        }
        boolean hasPort = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        return Ipv4Address.format(address) + (hasPort ? ":" + port : "");
    }
}
