package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * FTP ({@code nf_conntrack_ftp.c:help()}): looks at segments that begin where a line does, and expects the data connection that they
 * announce. The module's parameter {@code loose} is off: an address other than the sender's own announces nothing.
 */
final class FtpHelper {
    private final Expectations expectations;
    private final FtpReader reader = new FtpReader();

    FtpHelper(Expectations expectations) {
        this.expectations = expectations;
    }

    /**
     * @param nat null where nothing is translated
     * @return false if the packet is to be dropped
     */
    boolean help(Frame frame, Connection connection, HelperNat nat, long nowNs) {
        byte info = frame.connectionInfo();
        if (info != ConnectionInfo.ESTABLISHED && info != ConnectionInfo.ESTABLISHED_REPLY) {
            return true;
        }
        boolean reply = info == ConnectionInfo.ESTABLISHED_REPLY;
        int network = frame.networkOffset();
        int transport = network + Ipv4Header.headerLength(frame, network);
        int end = Math.min(frame.length(), network + Ipv4Header.totalLength(frame, network));
        int payload = transport + TcpHeader.headerLength(frame, transport);
        if (payload >= end) {
            return true;
        }
        int sequence = TcpHeader.sequence(frame, transport);
        int next = sequence + end - payload;
        boolean endsLine = frame.u8(end - 1) == '\n';
        FtpLines lines = connection.help.lines;
        boolean stays = true;
        if (lines.beginsAt(sequence, reply)) {
            long own = reply ? connection.replyAddresses : connection.originalAddresses;
            FtpReader.Outcome outcome = reader.read(frame, payload, end, reply, Tuple.source(own));
            if (outcome == FtpReader.Outcome.PARTIAL) {
                return false;
            }
            stays = outcome == FtpReader.Outcome.NONE
                    || reader.address != Tuple.source(own)
                    || announce(frame, connection, reply, nat, nowNs);
        }
        // Where the next line begins counts though this one is dropped.
        if (endsLine) {
            lines.note(next, reply);
        }
        return stays;
    }

    private boolean announce(Frame frame, Connection connection, boolean reply, HelperNat nat, long nowNs) {
        long others = reply ? connection.originalAddresses : connection.replyAddresses;
        Expectation expectation = new Expectation(connection, others, reader.port, Ipv4Header.PROTOCOL_TCP);
        if (nat != null && connection.has(Connection.NAT_MASK)) {
            return nat.announce(frame, reader, expectation, reply, nowNs);
        }
        return expectations.enter(expectation, nowNs) == Expectations.Entry.DONE;
    }
}
