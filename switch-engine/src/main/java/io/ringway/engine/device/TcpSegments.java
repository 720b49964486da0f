package io.ringway.engine.device;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** Which frames receive offload would join ({@code af_inet.c:inet_gro_receive()}, {@code tcp_offload.c:tcp_gro_receive()}). */
final class TcpSegments {
    private static final int IP = EthernetHeader.LENGTH;
    private static final int TCP = IP + Ipv4Header.MIN_LENGTH;
    private static final int TCP_MIN = 20;
    private static final int NO_OPTIONS = 0x45;
    private static final int RESERVED_FLAG = 0x80;

    /** Urgent, push, reset, SYN and FIN end a burst. */
    private static final int ENDS = 0x2f;

    private TcpSegments() {}

    /** A whole TCP packet without IP options. */
    static boolean isTcp(Frame frame) {
        return frame.length() >= TCP + TCP_MIN
                && EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4
                && frame.u8(IP) == NO_OPTIONS
                && Ipv4Header.protocol(frame, IP) == Ipv4Header.PROTOCOL_TCP
                && !Ipv4Header.isFragment(frame, IP);
    }

    static boolean isSameFlow(Frame one, Frame other) {
        return one.i32(IP + 12) == other.i32(IP + 12)
                && one.i32(IP + 16) == other.i32(IP + 16)
                && one.i32(TCP) == other.i32(TCP)
                && EthernetHeader.source(one) == EthernetHeader.source(other)
                && EthernetHeader.destination(one) == EthernetHeader.destination(other);
    }

    /** Sound data with nothing to say but an acknowledgement, to which more could be appended. */
    static boolean mayGrow(Frame frame) {
        int header = (frame.u8(TCP + 12) >> 4) * 4;
        int bytes = frame.length() - TCP;
        return Ipv4Header.totalLength(frame, IP) == frame.length() - IP
                && (frame.u8(IP + 6) & RESERVED_FLAG) == 0
                && header >= TCP_MIN
                && bytes > header
                && (frame.u8(TCP + 13) & ENDS) == 0
                && Checksum.fold(frame.sum(IP, Ipv4Header.MIN_LENGTH)) == 0xffff
                && Checksum.fold(Checksum.pseudoHeader(
                                        Ipv4Header.source(frame, IP),
                                        Ipv4Header.destination(frame, IP),
                                        Ipv4Header.PROTOCOL_TCP,
                                        bytes)
                                + frame.sum(TCP, bytes))
                        == 0xffff;
    }
}
