package io.ringway.nat.rules.extension;

import io.ringway.nat.set.PacketFacts;

/** A packet as sets see it. One object per rule, turned to the packet that is asked about. */
public final class SetSubject implements PacketFacts {
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private Packet packet;

    public PacketFacts of(Packet packet) {
        this.packet = packet;
        return this;
    }

    @Override
    public int address(boolean source) {
        return source ? packet.source() : packet.destination();
    }

    @Override
    public int protocol() {
        return packet.protocol();
    }

    @Override
    public int port(boolean source) {
        int header = headerBytes(packet.protocol());
        if (packet.protocol() == 0) {
            return -1;
        }
        if (header == 0) {
            return 0;
        }
        if (packet.fragmentOffset() != 0 || packet.transportBytes() < header) {
            return -1;
        }
        boolean first = source || packet.protocol() == ICMP || packet.protocol() == ICMPV6;
        return packet.frame().u16(packet.transport() + (first ? 0 : 2));
    }

    /** How much of a header must be there for the ports in it to be believed; 0 for protocols without. */
    private static int headerBytes(int protocol) {
        return switch (protocol) {
            case ICMP, ICMPV6, 17, 136 -> 8;
            case 6 -> 20;
            case 132 -> 12;
            default -> 0;
        };
    }

    @Override
    public String interfaceName(boolean incoming) {
        return incoming ? packet.in() : packet.out();
    }

    @Override
    public int lengthBytes() {
        return packet.lengthBytes();
    }
}
