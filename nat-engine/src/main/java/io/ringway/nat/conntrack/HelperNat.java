package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;
import io.ringway.packet.TcpHeader;

/** Expected connections behind NAT, and what their masters say about them ({@code nf_nat_helper.c}, {@code nf_nat_ftp.c}). */
final class HelperNat {
    private static final int LAST_PORT = 0xffff;
    private static final int MAX_ATTEMPTS = 128;

    private final Expectations expectations;
    private final Nat nat;
    private final Randomness randomness;
    private final PayloadRewriter payload = new PayloadRewriter();

    HelperNat(Expectations expectations, Nat nat, Randomness randomness) {
        this.expectations = expectations;
        this.nat = nat;
        this.randomness = randomness;
    }

    /**
     * An FTP announcement: its connection is expected at the address that the other end sees, and the line says so ({@code
     * nf_nat_ftp()}). False: drop.
     */
    boolean announce(Frame frame, FtpReader read, Expectation expectation, boolean reply, long nowNs) {
        Connection master = expectation.master;
        expectation.savedPort = expectation.port();
        expectation.byReply = reply;
        expectation.followsMaster = true;
        int port = enterAtSomePort(expectation, nowNs);
        if (port == 0) {
            return false;
        }
        int address = reply ? master.originalDestination() : master.replyDestination();
        String numbers = read.command.numbers(address, port);
        if (!payload.replace(frame, read.at, read.length, numbers)) {
            master.help.expectNothing();
            return false;
        }
        if (numbers.length() != read.length) {
            int network = frame.networkOffset();
            int transport = network + Ipv4Header.headerLength(frame, network);
            TcpFlow flow = master.tcp;
            if (flow.shift == null) {
                flow.shift = new SequenceShift();
            }
            flow.shift.add(reply, TcpHeader.sequence(frame, transport), numbers.length() - read.length);
        }
        return true;
    }

    /** The port announced, or one above it by chance if that is expected already ({@code nf_nat_exp_find_port()}); 0 for none. */
    private int enterAtSomePort(Expectation expectation, long nowNs) {
        int first = expectation.port();
        int range = LAST_PORT - first;
        int attemptsLeft = Math.min(range, MAX_ATTEMPTS);
        int port = first;
        while (true) {
            expectation.rest = Tuple.withDestinationPort(expectation.rest, port);
            Expectations.Entry entry = expectations.enter(expectation, nowNs);
            if (entry == Expectations.Entry.DONE) {
                return port;
            }
            if (entry != Expectations.Entry.TAKEN || --attemptsLeft < 0) {
                return 0;
            }
            port = first + offset(expectation, attemptsLeft, range);
        }
    }

    private int offset(Expectation expectation, int attempt, int range) {
        long object = randomness.bits(expectation.master.originalRest << 8 | attempt) ^ expectation.addresses;
        return (int) Long.remainderUnsigned(randomness.bits(object), range);
    }

    /** The connection that came goes the way of its master ({@code nf_nat_follow_master()}). */
    void follow(Connection connection, Expectation expectation) {
        Connection master = expectation.master;
        boolean reply = expectation.byReply;
        int from = reply ? master.replyDestination() : master.originalDestination();
        int to = reply ? master.replySource() : master.originalSource();
        nat.setup(connection, true, NatRange.ofAddress(from));
        int port = expectation.savedPort;
        nat.setup(connection, false, new NatRange(true, to, to, true, port, port, false, false));
    }
}
