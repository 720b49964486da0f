package io.ringway.nat.conntrack;

import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.List;

/**
 * The connections of one namespace and what decides which of them a packet belongs to ({@code nf_conntrack_core.c}).
 * One thread at a time; virtual time comes from the {@link NamespaceView}. An established packet allocates nothing.
 */
public final class Connections {
    private static final String SYSCTL_PREFIX = "nf_conntrack_";
    private final NamespaceView view;
    private final Settings settings;
    private final ConnectionTable table = new ConnectionTable();
    private final Masqueraded masqueraded = new Masqueraded(table);
    private final Confirmation confirmation = new Confirmation(table);
    private final TrackingEvents events;
    private final PacketView packet = new PacketView();
    private final Trackers trackers;
    private final TableLimit limit;
    private final Helpers helpers;

    /** Tracking leaves nothing to chance: every such choice is {@link Nat}'s. */
    public Connections(NamespaceView view, TrackingLimits limits) {
        this.view = view;
        this.settings = new Settings(limits);
        this.trackers = new Trackers(settings, table);
        this.limit = new TableLimit(limits, table);
        this.events = new TrackingEvents(view, settings);
        table.tell(events);
        this.helpers = new Helpers(new Expectations(view, settings));
    }

    /**
     * Finds or makes the packet's connection at PREROUTING or OUTPUT ({@code nf_conntrack_in()}) and puts it into the
     * frame. An INVALID packet goes on without one; a packet that has one already (it came over loopback, or it is an
     * {@link #attach attached} answer) keeps it.
     *
     * @return false if the packet is to be dropped
     */
    public boolean track(Hook hook, Frame frame) {
        if (Template.isOn(frame)) {
            forget(frame);
        }
        if (frame.connection() != null || frame.connectionInfo() == ConnectionInfo.UNTRACKED) {
            return true;
        }
        Statistics statistics = table.statistics();
        if (!packet.at(hook, frame, view.nowNs(), settings.checksum)) {
            statistics.invalid++;
            return true;
        }
        if (packet.protocol == Ipv4Header.PROTOCOL_ICMP) {
            boolean sound = trackers.icmp.precheck(packet);
            statistics.error += sound ? 0 : 1;
            if (!sound || frame.connection() != null) {
                return true;
            }
        }
        if (!packet.readTuple()) {
            statistics.invalid++;
            return true;
        }
        frame.setTrackingZone(0);
        Verdict verdict;
        do {
            Connection connection = table.find(packet.addresses, packet.rest, packet.zone, packet.nowNs);
            if (connection == null) {
                return trackFirst(frame);
            }
            verdict = trackKnown(connection, frame);
        } while (verdict == Verdict.REPEAT);
        statistics.invalid += verdict == Verdict.ACCEPT ? 0 : 1;
        return true;
    }

    private Verdict trackKnown(Connection connection, Frame frame) {
        boolean reply = table.foundReply();
        boolean established = connection.has(Connection.SEEN_REPLY);
        Verdict verdict = trackers.of(packet.protocol).packet(connection, packet, reply);
        if (verdict != Verdict.ACCEPT) {
            return verdict;
        }
        if (reply) {
            connection.seeReply();
            frame.setConnection(connection, ConnectionInfo.ESTABLISHED_REPLY);
        } else {
            frame.setConnection(connection, established ? ConnectionInfo.ESTABLISHED : connection.firstInfo());
        }
        return verdict;
    }

    /** A packet of no known connection starts one, unless its protocol says that none can begin so. False: drop. */
    private boolean trackFirst(Frame frame) {
        long replyRest = Tuple.invertRest(packet.rest);
        if (replyRest == Tuple.NONE) {
            table.statistics().invalid++;
            return true;
        }
        long originalRest = Tuple.withZone(packet.rest, TrackingZone.id(packet.zone, false));
        if (!limit.admits(packet.addresses, originalRest, packet.nowNs)) {
            table.statistics().full++;
            table.statistics().drop++;
            return false;
        }
        Connection connection = new Connection(
                packet.addresses,
                originalRest,
                Tuple.invertAddresses(packet.addresses),
                Tuple.withZone(replyRest, TrackingZone.id(packet.zone, true)));
        events.extend(connection);
        helpers.begin(connection, packet.zone, packet.nowNs);
        if (trackers.of(packet.protocol).packet(connection, packet, false) == Verdict.ACCEPT) {
            frame.setConnection(connection, connection.firstInfo());
        } else {
            table.statistics().invalid++;
        }
        return true;
    }

    /**
     * The connection of a packet that made it enters the table ({@code nf_conntrack_confirm()}), unless it is there.
     *
     * @return false if another one with the same tuple came first and the packet is to be dropped
     */
    public boolean confirm(Frame frame) {
        Connection connection = (Connection) frame.connection();
        boolean stays = (connection == null || connection.help == null)
                ? confirmation.confirm(frame, view)
                : helpers.help(frame, connection, view.nowNs())
                        && helpers.keep(connection, confirmation.confirm(frame, view));
        return stays && events.deliver(frame);
    }

    /**
     * Makes an answer of this host (REJECT's reset or ICMP error) related to the connection of the packet that caused it
     * ({@code nf_conntrack_attach()}); an answer to an untracked or INVALID packet stays as it is.
     */
    public void attach(Frame answer, Frame cause) {
        if (cause.connection() != null) {
            boolean causeIsReply = ConnectionInfo.isReply(cause.connectionInfo());
            answer.setConnection(
                    cause.connection(), causeIsReply ? ConnectionInfo.RELATED : ConnectionInfo.RELATED_REPLY);
        }
    }

    /** Ends the TCP connection of a segment that is answered with a reset ({@code nf_conntrack_tcp_set_closing()}). */
    public void close(Frame segment) {
        Connection connection = (Connection) segment.connection();
        if (connection == null || connection.tcp == null || !connection.isConfirmed()) {
            return;
        }
        boolean closed = connection.tcp.state == TcpState.CLOSE;
        connection.tcp.state = TcpState.CLOSE;
        if (!closed && !connection.has(Connection.FIXED_TIMEOUT)) {
            connection.timeoutNs = view.nowNs() + settings.tcpTimeoutNs[TcpState.CLOSE];
            connection.note(TrackingEvent.PROTOCOL);
        }
    }

    /**
     * Reads the tuple that a packet without a connection would have ({@code nf_ct_get_tuplepr()}), for
     * {@link #tupleAddresses} and {@link #tupleRest}. False if it has none.
     */
    public boolean readTuple(Hook hook, Frame frame) {
        return packet.at(hook, frame, view.nowNs(), false) && packet.readTuple();
    }

    /** The addresses of the tuple that was read last. */
    public long tupleAddresses() {
        return packet.addresses;
    }

    /** Ports and protocol of the tuple that was read last, and its zone. */
    public long tupleRest() {
        return Tuple.withZone(packet.rest, TrackingZone.id(packet.zone, false));
    }

    /** The connection that the packet whose tuple was read last would be of, or null. */
    public Connection findRead() {
        return table.find(packet.addresses, packet.rest, packet.zone, packet.nowNs);
    }

    /** The connection of a tuple, in either direction, or null. */
    public Connection find(long addresses, long rest) {
        return table.find(addresses, rest, view.nowNs());
    }

    /** Whether a connection of this tuple is in the table; one that TCP has closed only where that is asked for. */
    public boolean has(long addresses, long rest, boolean evenClosed) {
        Connection connection = find(addresses, rest);
        if (connection == null || connection.tcp == null || evenClosed) {
            return connection != null;
        }
        return connection.tcp.state != TcpState.TIME_WAIT && connection.tcp.state != TcpState.CLOSE;
    }

    /** Whether a packet's checksum was looked at when it was tracked, which it is not where a length before it lies. */
    public boolean verifies(Frame frame) {
        return settings.checksum
                && frame.connectionInfo() != ConnectionInfo.UNTRACKED
                && packet.at(Hook.PREROUTING, frame, view.nowNs(), true)
                && trackers.of(packet.protocol).sums(packet);
    }

    /** Its socket takes a packet without its connection ({@code nf_reset_ct()}): an answer to it is looked up by itself. */
    public static void forget(Frame frame) {
        frame.setConnection(null, (byte) 0);
    }

    /** Exempts a packet from tracking; has to come before {@link #track} ({@code CT --notrack}). */
    public static void untrack(Frame frame) {
        frame.setConnection(null, ConnectionInfo.UNTRACKED);
        frame.setTrackingZone(0);
    }

    /** What {@code conntrack -L} prints on stdout, in the order in which connections entered the table. */
    public String list() {
        return FlowText.list(table, view.nowNs(), view.wallNs());
    }

    /** {@code conntrack -F}. */
    public void flush() {
        while (table.oldest() != null) {
            table.remove(table.oldest());
        }
    }

    /** What happens to those that were masqueraded. */
    public Masqueraded masqueraded() {
        return masqueraded;
    }

    /** Has windows learnt anew when tracking comes back after its last rule went ({@code nf_ct_tcp_fixup()}). */
    public void resume() {
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            if (connection.tcp != null && connection.tcp.state == TcpState.ESTABLISHED) {
                connection.tcp.original.maxWindow = 0;
                connection.tcp.reply.maxWindow = 0;
            }
        }
    }

    /** What was counted since the namespace began. */
    public Statistics statistics() {
        return table.statistics();
    }

    /** How many connections are in the table, expired ones left out. */
    public int size() {
        table.sweep(view.nowNs());
        return table.count();
    }

    /**
     * Sets {@code net.netfilter.<name>}, for instance {@code nf_conntrack_udp_timeout} (seconds) or
     * {@code nf_conntrack_tcp_loose} (0 or 1).
     *
     * @return false if there is no such setting
     */
    public boolean setSysctl(String name, long value) {
        return name.startsWith(SYSCTL_PREFIX) && settings.set(name.substring(SYSCTL_PREFIX.length()), value);
    }

    /** The value of {@code net.netfilter.<name>}, which has to be a setting. */
    public long sysctl(String name) {
        return name.equals(SYSCTL_PREFIX + "count") ? size() : settings.get(name.substring(SYSCTL_PREFIX.length()));
    }

    /** Which values {@code net.netfilter.<name>} can have, or null if there is no such setting. */
    public SettingBounds bounds(String name) {
        return name.startsWith(SYSCTL_PREFIX) ? settings.bounds(name.substring(SYSCTL_PREFIX.length())) : null;
    }

    /** The names of all settings, as {@link #sysctl} knows them. */
    public List<String> sysctls() {
        return settings.names().stream().map(SYSCTL_PREFIX::concat).toList();
    }

    /** Tells what happens to connections. */
    public TrackingEvents events() {
        return events;
    }

    Helpers helpers() {
        return helpers;
    }

    TableLimit limit() {
        return limit;
    }

    ConnectionTable table() {
        return table;
    }
}
