package io.ringway.pcap;

import io.ringway.packet.CapturedWay;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The link types whose packets become Ethernet frames, and what each has in front of a packet (the tcpdump registry):
 *
 * <pre>
 *   ETHERNET   destination 6 | source 6 | type 2
 *   NULL       address family 4, in the byte order of the machine that captured
 *   LOOP       address family 4
 *   RAW, IPV4, IPV6   nothing
 *   LINUX_SLL  packet type 2 | ARPHRD 2 | address length 2 | address 8 | protocol 2
 *   LINUX_SLL2 protocol 2 | reserved 2 | ifindex 4 | ARPHRD 2 | packet type 1 | address length 1 | address 8
 * </pre>
 *
 * What such a header does not say of a frame is left 0 in it, addresses for one, and the frame is marked as {@linkplain
 * io.ringway.packet.FrameHistory#isLinkless() linkless}.
 */
enum LinkLayer {
    ETHERNET(0),
    NULL(4),
    LOOP(4),
    RAW(0),
    LINUX_SLL(16),
    LINUX_SLL2(20);

    private static final int UNREADABLE = 0;
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final int AF_INET = 2;
    private static final int AF_INET6_LINUX = 10;

    /** A protocol below is no Ethernet type: the kernel's own numbers, as of LLC. */
    private static final int FIRST_TYPE = 0x0600;

    private final int headerBytes;

    LinkLayer(int headerBytes) {
        this.headerBytes = headerBytes;
    }

    /** That of a number of the registry, null for one that cannot be replayed. */
    static LinkLayer of(int linkType) {
        return switch (linkType) {
            case 0 -> NULL;
            case 1 -> ETHERNET;
            case 12, 14, 101, 228, 229 -> RAW;
            case 108 -> LOOP;
            case 113 -> LINUX_SLL;
            case 276 -> LINUX_SLL2;
            default -> null;
        };
    }

    /** Bytes that a frame has more than what was captured. */
    int growth() {
        return this == ETHERNET ? 0 : EthernetHeader.LENGTH - headerBytes;
    }

    /** Whether there is an Ethernet frame for the packet at {@code at}. */
    boolean canBeFrame(ByteBuffer buffer, int at, int capturedBytes) {
        return this == ETHERNET
                || (capturedBytes >= headerBytes
                        && capturedBytes + growth() <= FramePool.MAX_FRAME_BYTES
                        && type(buffer, at, capturedBytes) != UNREADABLE);
    }

    /** Writes an Ethernet header and what follows this one's into a frame of the right length. */
    void read(ByteBuffer buffer, int at, int capturedBytes, Frame frame) {
        if (this == ETHERNET) {
            frame.put(0, buffer, at, capturedBytes);
            return;
        }
        int payload = capturedBytes - headerBytes;
        frame.put(EthernetHeader.LENGTH, buffer, at + headerBytes, payload);
        byte sent = packetType(buffer, at);
        EthernetHeader.set(
                frame, destination(sent, frame, payload), source(buffer, at), type(buffer, at, capturedBytes));
        frame.history().setLinkless();
        if (this == LINUX_SLL || this == LINUX_SLL2) {
            frame.history().setCapturedWay(sent == PacketType.OUTGOING ? CapturedWay.SENT : CapturedWay.RECEIVED);
        }
        if (this == LINUX_SLL2) {
            frame.history().setCapturedIfindex(u16(buffer, at + 4) << 16 | u16(buffer, at + 6));
        }
    }

    private int type(ByteBuffer buffer, int at, int capturedBytes) {
        return switch (this) {
            case NULL, LOOP -> typeOfFamily(buffer, at);
            case LINUX_SLL -> {
                int hardware = u16(buffer, at + 2);
                yield hardware == ARPHRD_ETHER || hardware == ARPHRD_LOOPBACK || carriesPackets(hardware)
                        ? typeOfProtocol(u16(buffer, at + 14))
                        : UNREADABLE;
            }
            case LINUX_SLL2 -> {
                int hardware = u16(buffer, at + 8);
                yield hardware == ARPHRD_ETHER || hardware == ARPHRD_LOOPBACK || carriesPackets(hardware)
                        ? typeOfProtocol(u16(buffer, at))
                        : UNREADABLE;
            }
            default -> capturedBytes == 0 ? UNREADABLE : typeOfVersion(buffer.get(at) >>> 4 & 0xf);
        };
    }

    /** ARPHRD_NONE, _PPP, _TUNNEL, _SIT, _IPGRE, _RAWIP: what the protocol field says holds for these, too. */
    private static boolean carriesPackets(int hardware) {
        return hardware == 0xfffe
                || hardware == 512
                || hardware == 768
                || hardware == 776
                || hardware == 778
                || hardware == 519;
    }

    private static int typeOfProtocol(int protocol) {
        return protocol < FIRST_TYPE ? UNREADABLE : protocol;
    }

    private static int typeOfVersion(int version) {
        return version == 4 ? EthernetHeader.TYPE_IPV4 : version == 6 ? EthernetHeader.TYPE_IPV6 : UNREADABLE;
    }

    /** Families are small numbers: the byte order shows. IPv6 has another one on each system. */
    private static int typeOfFamily(ByteBuffer buffer, int at) {
        int big = u16(buffer, at) << 16 | u16(buffer, at + 2);
        int family = (big & 0xffff) == 0 ? Integer.reverseBytes(big) : big;
        return switch (family) {
            case AF_INET -> EthernetHeader.TYPE_IPV4;
            case AF_INET6_LINUX, 24, 28, 30 -> EthernetHeader.TYPE_IPV6;
            default -> UNREADABLE;
        };
    }

    /** As {@code if_packet.h} numbers them, which the cooked headers take over; a packet from elsewhere says nothing. */
    private byte packetType(ByteBuffer buffer, int at) {
        return switch (this) {
            case LINUX_SLL -> (byte) u16(buffer, at);
            case LINUX_SLL2 -> buffer.get(at + 10);
            default -> PacketType.HOST;
        };
    }

    private long source(ByteBuffer buffer, int at) {
        return switch (this) {
            case LINUX_SLL -> u16(buffer, at + 4) == 6 ? mac(buffer, at + 6) : 0;
            case LINUX_SLL2 -> buffer.get(at + 11) == 6 ? mac(buffer, at + 12) : 0;
            default -> 0;
        };
    }

    /** What the packet itself tells: everybody, or the group of its IPv4 destination (RFC 1112 section 6.4). */
    private static long destination(byte packetType, Frame frame, int payload) {
        if (packetType == PacketType.BROADCAST) {
            return MacAddress.BROADCAST;
        }
        boolean ipv4 = payload >= 20 && frame.u8(EthernetHeader.LENGTH) >>> 4 == 4;
        int address = ipv4 ? frame.i32(EthernetHeader.LENGTH + 16) : 0;
        if (address == 0xffff_ffff) {
            return MacAddress.BROADCAST;
        }
        return address >>> 28 == 0xe ? 0x0100_5e00_0000L | (address & 0x7f_ffff) : 0;
    }

    private static int u16(ByteBuffer buffer, int at) {
        return buffer.order() == ByteOrder.BIG_ENDIAN
                ? buffer.getShort(at) & 0xffff
                : Short.reverseBytes(buffer.getShort(at)) & 0xffff;
    }

    private static long mac(ByteBuffer buffer, int at) {
        return (long) u16(buffer, at) << 32 | (long) u16(buffer, at + 2) << 16 | u16(buffer, at + 4);
    }
}
