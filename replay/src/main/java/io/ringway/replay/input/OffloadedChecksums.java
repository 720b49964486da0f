package io.ringway.replay.input;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * Completes checksums that a sender had left to its device, so that the capture holds no more than the sum of the pseudo
 * header ({@code CHECKSUM_PARTIAL}). A checksum that is wrong in any other way stays wrong.
 */
public final class OffloadedChecksums {
    private long repaired;

    long repaired() {
        return repaired;
    }

    /** For a frame as it was captured. */
    public void repair(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (frame.length() < at + Ipv4Header.MIN_LENGTH
                || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4
                || Ipv4Header.isFragment(frame, at)) {
            return;
        }
        int protocol = Ipv4Header.protocol(frame, at);
        int field = protocol == Ipv4Header.PROTOCOL_TCP
                ? TcpHeader.CHECKSUM_OFFSET
                : protocol == Ipv4Header.PROTOCOL_UDP ? UdpHeader.CHECKSUM_OFFSET : -1;
        int transport = at + Ipv4Header.headerLength(frame, at);
        int bytes = at + Ipv4Header.totalLength(frame, at) - transport;
        if (field < 0
                || bytes < field + 2
                || transport < at + Ipv4Header.MIN_LENGTH
                || transport + bytes > frame.length()) {
            return;
        }
        long pseudoHeader =
                Checksum.pseudoHeader(Ipv4Header.source(frame, at), Ipv4Header.destination(frame, at), protocol, bytes);
        if (frame.u16(transport + field) != Checksum.fold(pseudoHeader)) {
            return;
        }
        complete(frame, transport, field);
        repaired++;
    }

    /** Writes the checksum of an IPv4 packet's transport header, behind which all is there. */
    static void complete(Frame frame, int transport, int field) {
        int at = EthernetHeader.LENGTH;
        int protocol = Ipv4Header.protocol(frame, at);
        int bytes = at + Ipv4Header.totalLength(frame, at) - transport;
        long pseudoHeader = protocol == Ipv4Header.PROTOCOL_ICMP
                ? 0
                : Checksum.pseudoHeader(
                        Ipv4Header.source(frame, at), Ipv4Header.destination(frame, at), protocol, bytes);
        frame.putU16(transport + field, 0);
        int sum = Checksum.finish(pseudoHeader + frame.sum(transport, bytes));
        frame.putU16(transport + field, sum == 0 && protocol == Ipv4Header.PROTOCOL_UDP ? 0xffff : sum);
    }

    /** A segment that its sender left without a total length, for the device to cut, gets that of the whole. */
    static void completeLength(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (frame.length() >= at + Ipv4Header.MIN_LENGTH + TcpHeader.MIN_LENGTH
                && EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4
                && Ipv4Header.totalLength(frame, at) == 0
                && Ipv4Header.protocol(frame, at) == Ipv4Header.PROTOCOL_TCP
                && frame.length() - at <= 0xffff) {
            Ipv4Header.reshape(frame, at, frame.length() - at, frame.u16(at + 6));
        }
    }
}
