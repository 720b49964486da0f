package io.ringway.nat.conntrack;

import io.ringway.nat.NamespaceView;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of a namespace as programs see and change them ({@code nf_conntrack_netlink.c}). What fails answers with the
 * kernel's number for it.
 */
public final class Ctnetlink {
    public static final int DONE = 0;
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ENOMEM = 12;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int EINVAL = 22;
    public static final int EOPNOTSUPP = 95;
    public static final int IPV4 = 2;
    public static final int IPV6 = 10;

    /** The kernel counts in ticks of 4 ms, and stops at the largest int of them. */
    private static final long LONGEST_NS = Integer.MAX_VALUE * 4_000_000L;

    private static final int SETTABLE = Connection.SEEN_REPLY | Connection.ASSURED | Connection.FIXED_TIMEOUT;
    private static final int ONLY_GROWING = Connection.SEEN_REPLY | Connection.ASSURED;

    private final Connections connections;
    private final ConnectionTable table;
    private final Nat nat;
    private final NamespaceView view;

    public Ctnetlink(Connections connections, Nat nat, NamespaceView view) {
        this.connections = connections;
        this.table = connections.table();
        this.nat = nat;
        this.view = view;
    }

    /** All connections; what has expired goes first ({@code ctnetlink_dump_table()}). */
    public List<FlowMessage> dump() {
        return dump(false);
    }

    /** The same, and with {@code zeroing} their counters begin anew. */
    public List<FlowMessage> dump(boolean zeroing) {
        long nowNs = view.nowNs();
        table.sweep(nowNs);
        List<FlowMessage> all = new ArrayList<>();
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            if (!connection.has(Connection.NAT_CLASH)) {
                all.add(FlowDump.of(connection, nowNs, FlowDump.LISTED));
                if (zeroing && connection.counters != null) {
                    connection.counters = new long[connection.counters.length];
                }
            }
        }
        return all;
    }

    /** What {@code conntrack -S} shows. */
    public Statistics statistics() {
        return table.statistics();
    }

    /** What connections are expected to be opened next. */
    public Expectations expectations() {
        return connections.helpers().expectations();
    }

    public int count() {
        return connections.size();
    }

    /** The error for a question that names no connection by its original tuple, else {@link #DONE}. */
    public int check(FlowMessage question, int family) {
        if (family != IPV4 && family != IPV6) {
            return EOPNOTSUPP;
        }
        if (!FlowTuple.isWhole(question, false)) {
            return EINVAL;
        }
        return find(question) == null ? ENOENT : DONE;
    }

    /** The connection that {@link #check} found. */
    public FlowMessage get(FlowMessage question) {
        return FlowDump.of(find(question), view.nowNs(), FlowDump.LOOKED_UP);
    }

    private Connection find(FlowMessage question) {
        return question.isIpv4()
                ? table.find(
                        FlowTuple.addresses(question, false),
                        FlowTuple.rest(question, false),
                        FlowTuple.zone(question),
                        view.nowNs())
                : null;
    }

    /** Whether enough, and nothing that contradicts itself, is said to make a connection. */
    public static boolean isWhole(FlowMessage flow) {
        return FlowTuple.isWhole(flow, false)
                && FlowTuple.isWhole(flow, true)
                && !FlowTuple.hasSeveralZones(flow)
                && flow.has(FlowAttribute.TIMEOUT);
    }

    /** {@code ctnetlink_create_conntrack()}. */
    public int create(FlowMessage flow) {
        if (!isWhole(flow)) {
            return EINVAL;
        }
        if (find(flow) != null) {
            return EEXIST;
        }
        if (!connections.limit().admitsMade(view.nowNs())) {
            return ENOMEM;
        }
        int zone = FlowTuple.zone(flow);
        Connection connection = new Connection(
                FlowTuple.addresses(flow, false),
                Tuple.withZone(FlowTuple.rest(flow, false), TrackingZone.id(zone, false)),
                FlowTuple.addresses(flow, true),
                Tuple.withZone(FlowTuple.rest(flow, true), TrackingZone.id(zone, true)));
        if (!translate(connection, flow)) {
            return EINVAL;
        }
        connections.events().extend(connection);
        connection.status |= Connection.CONFIRMED;
        int error = changeStatus(connection, flow);
        if (error != DONE) {
            return error;
        }
        connection.streamFromNs = Long.MIN_VALUE;
        connection.startedNs = connection.startedNs < 0 ? -1 : view.wallNs();
        begin(connection, flow);
        connection.mark = flow.number(FlowAttribute.MARK);
        return enter(connection, flow);
    }

    /** {@code nf_conntrack_hash_check_insert()}. */
    private int enter(Connection connection, FlowMessage flow) {
        long nowNs = view.nowNs();
        if (TupleOwner.ofBoth(table, connection, nowNs) != null) {
            return EEXIST;
        }
        connection.timeoutNs = nowNs + timeoutNs(flow);
        table.add(connection, nowNs);
        table.statistics().insert++;
        tell(connection, TrackingEvent.NEW);
        return DONE;
    }

    /** {@code ctnetlink_setup_nat()}: one translation asked for sets up both. */
    private boolean translate(Connection connection, FlowMessage flow) {
        if (!flow.has(FlowAttribute.SOURCE_NAT_ADDRESS) && !flow.has(FlowAttribute.DESTINATION_NAT_ADDRESS)) {
            return true;
        }
        NatRange destination =
                FlowTuple.range(flow, FlowAttribute.DESTINATION_NAT_ADDRESS, FlowAttribute.DESTINATION_NAT_PORT);
        NatRange source = FlowTuple.range(flow, FlowAttribute.SOURCE_NAT_ADDRESS, FlowAttribute.SOURCE_NAT_PORT);
        return nat.setup(
                        connection,
                        false,
                        destination == null ? NatRange.ofAddress(connection.replySource()) : destination)
                && nat.setup(
                        connection, true, source == null ? NatRange.ofAddress(connection.replyDestination()) : source);
    }

    private static void begin(Connection connection, FlowMessage flow) {
        if (connection.protocol() == Ipv4Header.PROTOCOL_TCP) {
            connection.tcp = new TcpFlow();
            connection.tcp.lastKind = TcpState.SYN_SET;
        } else if (connection.protocol() == Tuple.PROTOCOL_SCTP) {
            connection.sctp = new SctpFlow();
        }
        changeState(connection, flow);
    }

    /** {@code ctnetlink_change_conntrack()}. */
    public int change(FlowMessage flow, int family) {
        int error = check(flow, family);
        if (error != DONE) {
            return error;
        }
        if (flow.has(FlowAttribute.SOURCE_NAT_ADDRESS) || flow.has(FlowAttribute.DESTINATION_NAT_ADDRESS)) {
            return EOPNOTSUPP;
        }
        Connection connection = find(flow);
        if (flow.has(FlowAttribute.TIMEOUT)) {
            if (connection.has(Connection.FIXED_TIMEOUT)) {
                return EPERM;
            }
            connection.timeoutNs = view.nowNs() + timeoutNs(flow);
        }
        error = changeStatus(connection, flow);
        if (error != DONE) {
            return error;
        }
        changeState(connection, flow);
        if (flow.has(FlowAttribute.MARK)) {
            connection.mark = flow.number(FlowAttribute.MARK);
        }
        tell(connection, 0);
        return DONE;
    }

    /** {@code ctnetlink_change_status()}: what packets have shown cannot be taken back. */
    private static int changeStatus(Connection connection, FlowMessage flow) {
        if (!flow.has(FlowAttribute.STATUS)) {
            return DONE;
        }
        int wanted = flow.number(FlowAttribute.STATUS) | Connection.CONFIRMED;
        int differing = connection.status ^ wanted;
        boolean lost = (differing & connection.status & ONLY_GROWING) != 0;
        if (lost || (differing & (Connection.EXPECTED | Connection.DYING)) != 0) {
            return EBUSY;
        }
        connection.status = (connection.status & ~Connection.FIXED_TIMEOUT) | (wanted & SETTABLE);
        return DONE;
    }

    private static void changeState(Connection connection, FlowMessage flow) {
        if (connection.tcp != null) {
            if (flow.has(FlowAttribute.TCP_STATE)) {
                connection.tcp.state = flow.number(FlowAttribute.TCP_STATE);
            }
            connection.tcp.original.flags |= flow.number(FlowAttribute.TCP_FLAGS);
            connection.tcp.reply.flags |= flow.number(FlowAttribute.TCP_FLAGS);
        } else if (connection.sctp != null && flow.has(FlowAttribute.SCTP_STATE)) {
            connection.sctp.state = flow.number(FlowAttribute.SCTP_STATE);
            connection.sctp.setTag(0, flow.number(FlowAttribute.ORIGINAL_TAG));
            connection.sctp.setTag(1, flow.number(FlowAttribute.REPLY_TAG));
        }
    }

    private static long timeoutNs(FlowMessage flow) {
        long seconds = flow.get(FlowAttribute.TIMEOUT) & 0xffff_ffffL;
        return Math.min(seconds * Connection.SECOND_NS, LONGEST_NS);
    }

    private void tell(Connection connection, int first) {
        int events = first | TrackingEvent.REPLY | TrackingEvent.ASSURED | TrackingEvent.PROTOCOL | TrackingEvent.MARK;
        connections.events().byTool(true);
        connections.events().report(connection, events);
        connections.events().byTool(false);
    }

    /** {@code ctnetlink_del_conntrack()}. */
    public int delete(FlowMessage flow) {
        Connection connection = find(flow);
        if (connection == null) {
            return ENOENT;
        }
        connections.events().byTool(true);
        table.remove(connection);
        connections.events().byTool(false);
        return DONE;
    }

    /** Empties the table, of IPv4 as well as of any family. */
    public void flush(int family) {
        if (family != IPV6) {
            connections.events().byTool(true);
            connections.flush();
            connections.events().byTool(false);
        }
    }
}
