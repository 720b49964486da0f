package io.ringway.packet;

/** What the destination MAC meant to the device that received a frame ({@code pkt_type} of {@code if_packet.h}). */
public final class PacketType {
    public static final byte HOST = 0;
    public static final byte BROADCAST = 1;
    public static final byte MULTICAST = 2;
    public static final byte OTHERHOST = 3;
    public static final byte OUTGOING = 4;
    /** A broadcast of this host's own, come back to it. */
    public static final byte LOOPED_BACK = 5;

    private PacketType() {}
}
