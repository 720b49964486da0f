package io.ringway.nat.conntrack;

import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;

/**
 * Address translation of one namespace ({@code nf_nat_core.c}): a connection's first packet decides, all others follow.
 * Hooks INPUT and POSTROUTING rewrite the source of original packets, PREROUTING and OUTPUT the destination.
 */
public final class Nat {
    private static final int LOOPBACK = 0x7f000001;

    private final ConnectionTable table;
    private final NamespaceView view;
    private final UniqueTuple unique;
    private final Rewriter rewriter = new Rewriter();

    public Nat(Connections connections, NamespaceView view, Randomness randomness) {
        this.table = connections.table();
        this.view = view;
        this.unique = new UniqueTuple(table, view, randomness);
        connections.helpers().setNat(new HelperNat(connections.helpers().expectations(), this, randomness));
    }

    /** Asks somebody else where to look for free ports; null for nobody. */
    public void setPortOracle(PortOracle oracle) {
        unique.setOracle(oracle);
    }

    /**
     * Whether the rules of the nat table have to be asked at this hook: the packet makes a connection that was not yet
     * set up for this kind of rewriting ({@code nf_nat_inet_fn()}). ICMP errors never ask.
     */
    public boolean needsSetup(Hook hook, Frame frame) {
        Connection connection = (Connection) frame.connection();
        if (connection == null) {
            return false;
        }
        byte info = frame.connectionInfo();
        boolean starts = info == ConnectionInfo.NEW
                || (isRelated(info) && Ipv4Header.protocol(frame, frame.networkOffset()) != Ipv4Header.PROTOCOL_ICMP);
        return starts && !connection.has(rewritesSource(hook) ? Connection.SRC_NAT_DONE : Connection.DST_NAT_DONE);
    }

    /** Sets up a rule's range ({@code nf_nat_setup_info()}). False: drop. */
    public boolean setup(Hook hook, Frame frame, NatRange range) {
        Connection connection = (Connection) frame.connection();
        return connection.has(Connection.CONFIRMED) || setup(connection, rewritesSource(hook), range);
    }

    /** The same of a connection that no packet belongs to. */
    boolean setup(Connection connection, boolean source, NatRange range) {
        int done = source ? Connection.SRC_NAT_DONE : Connection.DST_NAT_DONE;
        if (connection.has(done)) {
            return false;
        }
        long currentAddresses = Tuple.invertAddresses(connection.replyAddresses);
        long currentRest = Tuple.invertRest(connection.replyRest);
        unique.choose(connection, currentAddresses, currentRest, range, source);
        if (unique.addresses != currentAddresses || unique.rest != currentRest) {
            connection.replyAddresses = Tuple.invertAddresses(unique.addresses);
            connection.replyRest = Tuple.invertRest(unique.rest);
            connection.status |= source ? Connection.SRC_NAT : Connection.DST_NAT;
        }
        connection.status |= done;
        return true;
    }

    /**
     * What happens when no rule matched ({@code nf_nat_alloc_null_binding()}): the address stays, but a clash may still
     * move a port. False: drop.
     */
    public boolean setupNull(Hook hook, Frame frame) {
        Connection connection = (Connection) frame.connection();
        int address = rewritesSource(hook) ? connection.replyDestination() : connection.replySource();
        return setup(hook, frame, NatRange.ofAddress(address));
    }

    /** Sets up the address of the interface that the packet leaves by ({@code nf_nat_masquerade_ipv4()}). False: drop. */
    public boolean masquerade(Frame frame, NatRange range) {
        Connection connection = (Connection) frame.connection();
        if (connection.originalSource() == 0) {
            return true;
        }
        int address = view.masqueradeAddress(frame.egressIfindex(), frame.nextHop());
        if (address == 0) {
            return false;
        }
        if (!connection.has(Connection.CONFIRMED)) {
            connection.masqueradeIfindex = frame.egressIfindex();
        }
        return setup(Hook.POSTROUTING, frame, withAddress(range, address));
    }

    /**
     * Sets up REDIRECT ({@code nf_nat_redirect_ipv4()}): to the first address of the interface that the packet came in by, or
     * to 127.0.0.1 at OUTPUT. False: drop.
     */
    public boolean redirect(Hook hook, Frame frame, NatRange range) {
        int target = hook == Hook.OUTPUT ? LOOPBACK : view.firstAddress(frame.ingressIfindex());
        return target != 0 && setup(hook, frame, withAddress(range, target));
    }

    private static NatRange withAddress(NatRange range, int address) {
        return new NatRange(
                true,
                address,
                address,
                range.mapsPort(),
                range.minPort(),
                range.maxPort(),
                range.random(),
                range.persistent(),
                range.basePort());
    }

    /** Rewrites the packet as its connection was set up, ICMP errors with the packet they quote. False: drop. */
    public boolean translate(Hook hook, Frame frame) {
        Connection connection = (Connection) frame.connection();
        if (connection == null) {
            return true;
        }
        byte info = frame.connectionInfo();
        boolean reply = ConnectionInfo.isReply(info);
        boolean source = rewritesSource(hook);
        if (isRelated(info) && Ipv4Header.protocol(frame, frame.networkOffset()) == Ipv4Header.PROTOCOL_ICMP) {
            return translateError(hook, frame, connection, reply, source);
        }
        if (connection.masqueradeIfindex != 0
                && hook == Hook.POSTROUTING
                && !reply
                && connection.masqueradeIfindex != frame.egressIfindex()) {
            table.remove(connection);
            return false;
        }
        if (!isTranslated(connection, reply, source)) {
            return true;
        }
        return rewrite(frame, frame.networkOffset(), source, connection, reply, source);
    }

    /** Whether this connection's packets of this direction change in this way ({@code nf_nat_packet()}). */
    private static boolean isTranslated(Connection connection, boolean reply, boolean source) {
        return connection.has(source != reply ? Connection.SRC_NAT : Connection.DST_NAT);
    }

    /**
     * Makes a packet look like the inverse of the other direction's tuple ({@code nf_nat_manip_pkt()}).
     *
     * @param writesSource which half of the packet at {@code network} is overwritten
     * @param source which half of the packet on the wire the hook is about
     */
    private boolean rewrite(
            Frame frame, int network, boolean writesSource, Connection connection, boolean reply, boolean source) {
        long otherAddresses = reply ? connection.originalAddresses : connection.replyAddresses;
        long otherRest = reply ? connection.originalRest : connection.replyRest;
        boolean query = Tuple.protocol(otherRest) == Ipv4Header.PROTOCOL_ICMP;
        int address = source ? Tuple.destination(otherAddresses) : Tuple.source(otherAddresses);
        int port = source && !query ? Tuple.destinationPort(otherRest) : Tuple.sourcePort(otherRest);
        frame.history().setTranslated();
        return rewriter.rewrite(frame, network, end(frame), writesSource, address, port);
    }

    private static int end(Frame frame) {
        int network = frame.networkOffset();
        return Math.min(frame.length(), network + Ipv4Header.totalLength(frame, network));
    }

    /** {@code nf_nat_icmp_reply_translation()}: the quoted packet travels the other way, so it changes the other way. */
    private boolean translateError(Hook hook, Frame frame, Connection connection, boolean reply, boolean source) {
        int network = frame.networkOffset();
        int transport = network + Ipv4Header.headerLength(frame, network);
        int quoted = transport + IcmpHeader.LENGTH;
        int end = end(frame);
        boolean checks = hook != Hook.POSTROUTING;
        if (end < quoted + Ipv4Header.MIN_LENGTH || (checks && frame.sum(transport, end - transport) != 0xffff)) {
            return false;
        }
        Rewriter.join(frame, quoted + Ipv4Header.MIN_LENGTH);
        if (IcmpHeader.type(frame, transport) == IcmpHeader.REDIRECT
                && (connection.has(Connection.NAT_MASK)
                        || (connection.status & Connection.NAT_DONE_MASK) != Connection.NAT_DONE_MASK)) {
            return false;
        }
        if (!isTranslated(connection, reply, source)) {
            return true;
        }
        // The quoted packet is of the other direction: it gets back what that direction's packets had before NAT.
        if (!rewrite(frame, quoted, !source, connection, reply, source)) {
            return false;
        }
        frame.putU16(transport + IcmpHeader.CHECKSUM_OFFSET, 0);
        frame.putU16(transport + IcmpHeader.CHECKSUM_OFFSET, Checksum.finish(frame.sum(transport, end - transport)));
        return rewrite(frame, network, source, connection, reply, source);
    }

    /** Whether the packets of this direction go to another address than their sender wrote. */
    public boolean leadsElsewhere(Frame frame) {
        Connection connection = (Connection) frame.connection();
        if (connection == null) {
            return false;
        }
        return ConnectionInfo.isReply(frame.connectionInfo())
                ? connection.replyDestination() != connection.originalSource()
                : connection.originalDestination() != connection.replySource();
    }

    private static boolean isRelated(byte info) {
        return info == ConnectionInfo.RELATED || info == ConnectionInfo.RELATED_REPLY;
    }

    private static boolean rewritesSource(Hook hook) {
        return hook == Hook.INPUT || hook == Hook.POSTROUTING;
    }
}
