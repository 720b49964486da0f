package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;

/** TFTP ({@code nf_conntrack_tftp.c:tftp_help()}): the answer to a request comes from another port than it went to (RFC 1350 §4). */
final class TftpHelper {
    private static final int READ_REQUEST = 1;
    private static final int WRITE_REQUEST = 2;

    private final Expectations expectations;

    TftpHelper(Expectations expectations) {
        this.expectations = expectations;
    }

    /** False if the packet is to be dropped. */
    boolean help(Frame frame, Connection connection, long nowNs) {
        int network = frame.networkOffset();
        int end = Math.min(frame.length(), network + Ipv4Header.totalLength(frame, network));
        int payload = network + Ipv4Header.headerLength(frame, network) + UdpHeader.LENGTH;
        if (end < payload + 2) {
            return true;
        }
        int operation = frame.u16(payload);
        if (operation != READ_REQUEST && operation != WRITE_REQUEST) {
            return true;
        }
        Expectation expectation = new Expectation(
                connection, connection.replyAddresses, connection.replyDestinationPort(), Ipv4Header.PROTOCOL_UDP);
        if (connection.has(Connection.NAT_MASK)) {
            expectation.savedPort = connection.originalSourcePort();
            expectation.followsMaster = true;
        }
        return expectations.enter(expectation, nowNs) == Expectations.Entry.DONE;
    }
}
