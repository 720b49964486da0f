package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** The helpers of one namespace ({@code nf_conntrack_helper.c}): who gets one, when it is asked, and what came of it. */
final class Helpers {
    /** Of the first interface of every namespace. */
    private static final int LOOPBACK_IFINDEX = 1;

    private final Expectations expectations;
    private final FtpHelper ftp;
    private final TftpHelper tftp;
    private HelperNat nat;

    Helpers(Expectations expectations) {
        this.expectations = expectations;
        this.ftp = new FtpHelper(expectations);
        this.tftp = new TftpHelper(expectations);
    }

    void setNat(HelperNat nat) {
        this.nat = nat;
    }

    /**
     * A connection begins: it was expected, or may have a helper of its own ({@code init_conntrack()}).
     *
     * @param zone as {@link TrackingZone} codes it
     */
    void begin(Connection connection, int zone, long nowNs) {
        Expectation expectation = expectations.isEmpty()
                ? null
                : expectations.take(
                        connection.originalAddresses, connection.originalRest, TrackingZone.number(zone), nowNs);
        if (expectation == null) {
            Helper helper = TrackingZone.helper(zone);
            connection.help = helper == null ? null : new Help(helper, expectations);
            return;
        }
        connection.status |= Connection.EXPECTED;
        connection.master = expectation.master;
        connection.mark = expectation.master.mark;
        if (expectation.followsMaster && nat != null) {
            nat.follow(connection, expectation);
        }
    }

    Expectations expectations() {
        return expectations;
    }

    /**
     * A first packet was let into the table or not; what it announced comes to nothing if not.
     *
     * @return {@code confirmed}
     */
    boolean keep(Connection connection, boolean confirmed) {
        if (!confirmed && !connection.has(Connection.CONFIRMED)) {
            connection.help.expectNothing();
        }
        return confirmed;
    }

    /**
     * A packet of a connection with a helper is on its way out ({@code nf_confirm()}).
     *
     * @return false if it is to be dropped
     */
    boolean help(Frame frame, Connection connection, long nowNs) {
        byte info = frame.connectionInfo();
        if (info == ConnectionInfo.RELATED_REPLY) {
            return true;
        }
        SequenceShift shift = connection.tcp == null ? null : connection.tcp.shift;
        boolean goesOn = connection.help.helper == Helper.FTP
                ? ftp.help(frame, connection, nat, nowNs)
                : tftp.help(frame, connection, nowNs);
        if (!goesOn || shift == null || frame.ingressIfindex() == LOOPBACK_IFINDEX) {
            return goesOn;
        }
        int network = frame.networkOffset();
        int end = Math.min(frame.length(), network + Ipv4Header.totalLength(frame, network));
        int transport = network + Ipv4Header.headerLength(frame, network);
        return shift.adjust(frame, transport, end, ConnectionInfo.isReply(info));
    }
}
