package io.ringway.engine.ipv4;

import io.ringway.nat.conntrack.Connections;
import io.ringway.packet.Checksum;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;

/**
 * UDP-Lite (RFC 3828) without any socket: the header is UDP's, but where that has its length it says how many bytes the
 * checksum covers, 0 for all; and a checksum there must be ({@code udplite.h:udplite_checksum_init()}).
 */
final class UdpLiteReceive {
    private static final String NAME = "udplite";

    /** What is longer and covered as a whole is summed only when somebody reads it ({@code skbuff.h}). */
    private static final int CHECKSUM_BREAK = 76;

    private final Ipv4Stack stack;

    UdpLiteReceive(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** Takes a datagram for this host, its IPv4 header at {@code at}. */
    void receive(Frame frame, int at) {
        int header = frame.transportOffset();
        int bytes = frame.length() - header;
        if (bytes < UdpHeader.LENGTH) {
            fail(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        int coverage = UdpHeader.length(frame, header);
        if (coverage > bytes) {
            fail(frame, DropReason.PKT_TOO_SMALL);
            return;
        }
        boolean toMany = !stack.localEnd().isMeantAlone(frame);
        int covered = coverage == 0 ? bytes : coverage;
        boolean readsAll = bytes <= CHECKSUM_BREAK
                || frame.checksum() == ChecksumState.COMPLETE
                || stack.netfilter().hasSummed(frame);
        boolean unread = frame.checksum() == ChecksumState.UNNECESSARY || (toMany && (covered < bytes || !readsAll));
        if (UdpHeader.checksum(frame, header) == 0
                || covered < UdpHeader.LENGTH
                || (!unread && sum(frame, at, covered) != 0xffff)) {
            stack.snmp().count(SnmpCounter.UDP_LITE_IN_CSUM_ERRORS);
            fail(frame, DropReason.UDP_CSUM);
        } else if (toMany) {
            stack.snmp().count(SnmpCounter.UDP_LITE_IGNORED_MULTI);
            stack.drop(frame, NAME, DropReason.NOT_SPECIFIED);
        } else {
            stack.snmp().count(SnmpCounter.UDP_LITE_NO_PORTS);
            Connections.forget(frame);
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.PORT_UNREACHABLE, 0, true);
            stack.drop(frame, NAME, DropReason.NO_SOCKET);
        }
    }

    /** The pseudo header has the length of all, covered or not (RFC 3828 §3.1). */
    private static int sum(Frame frame, int at, int covered) {
        int header = frame.transportOffset();
        long pseudo = Checksum.pseudoHeader(
                Ipv4Header.source(frame, at),
                Ipv4Header.destination(frame, at),
                Ipv4Header.PROTOCOL_UDP_LITE,
                frame.length() - header);
        return Checksum.fold(pseudo + frame.sum(header, covered));
    }

    private void fail(Frame frame, DropReason reason) {
        stack.snmp().count(SnmpCounter.UDP_LITE_IN_ERRORS);
        stack.drop(frame, NAME, reason);
    }
}
