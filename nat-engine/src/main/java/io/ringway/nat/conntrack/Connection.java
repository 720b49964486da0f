package io.ringway.nat.conntrack;

/**
 * One tracked connection ({@code struct nf_conn}): its two tuples, its status and what is left of its life. Addresses
 * and ports are numbers as {@code Frame} reads them; times are virtual nanoseconds.
 */
public final class Connection {
    static final long SECOND_NS = 1_000_000_000L;

    /** Instead of {@link #events}: nobody is told of this connection. */
    static final int NO_EVENTS = -1;

    // Names and meanings of enum ip_conntrack_status.
    public static final int EXPECTED = 1;
    public static final int SEEN_REPLY = 1 << 1;
    public static final int ASSURED = 1 << 2;
    public static final int CONFIRMED = 1 << 3;
    static final int SRC_NAT = 1 << 4;
    static final int DST_NAT = 1 << 5;
    static final int NAT_MASK = SRC_NAT | DST_NAT;
    static final int SRC_NAT_DONE = 1 << 7;
    static final int DST_NAT_DONE = 1 << 8;
    static final int NAT_DONE_MASK = SRC_NAT_DONE | DST_NAT_DONE;
    static final int DYING = 1 << 9;
    static final int FIXED_TIMEOUT = 1 << 10;
    static final int NAT_CLASH = 1 << 12;

    final long originalAddresses;
    final long originalRest;
    long replyAddresses;
    long replyRest;

    /** Where the table keeps this connection for each of its tuples. */
    int originalSlot = ConnectionTable.NO_SLOT;

    int replySlot = ConnectionTable.NO_SLOT;
    int status;
    int mark;

    /** Until confirmation the length of the timeout, from then on the moment when it ends. */
    long timeoutNs;

    /** TCP's state, null for other protocols. */
    TcpFlow tcp;

    /** SCTP's state, null for other protocols. */
    SctpFlow sctp;

    /** Its helper and what that expects, null for none. */
    Help help;

    /** The connection that announced this one, null for none. */
    Connection master;

    /** UDP: from when on the flow counts as a stream. */
    long streamFromNs;

    /** The interface that MASQUERADE chose its address from, 0 if none did. */
    int masqueradeIfindex;

    /** The time of day when it was confirmed, 0 before; -1 unless {@code nf_conntrack_timestamp} was on when it was made. */
    long startedNs = -1;

    /** Packets and bytes, original then reply; null unless accounting was on when the connection was made. */
    long[] counters;

    /** What has happened and was not yet told, bits of {@link TrackingEvent}. */
    int events = NO_EVENTS;

    /** The time of day when it ended, -1 before or where {@link #startedNs} is. */
    long stoppedNs = -1;

    Connection older;
    Connection newer;
    Connection nextBySource;

    Connection(long originalAddresses, long originalRest, long replyAddresses, long replyRest) {
        this.originalAddresses = originalAddresses;
        this.originalRest = originalRest;
        this.replyAddresses = replyAddresses;
        this.replyRest = replyRest;
    }

    /** Renews the timeout and counts the packet ({@code __nf_ct_refresh_acct()}). */
    void refresh(PacketView packet, boolean reply, long lengthNs) {
        if ((status & FIXED_TIMEOUT) == 0) {
            timeoutNs = (status & CONFIRMED) != 0 ? packet.nowNs + lengthNs : lengthNs;
        }
        count(packet, reply);
    }

    void count(PacketView packet, boolean reply) {
        if (counters != null) {
            int at = reply ? 2 : 0;
            counters[at]++;
            counters[at + 1] += packet.end - packet.network;
        }
    }

    /** Notes something to be told of with this packet or a later one ({@code nf_conntrack_event_cache()}). */
    void note(int event) {
        if (events != NO_EVENTS) {
            events |= event;
        }
    }

    /** What the settings want kept of it ({@code nf_ct_acct_ext_add(), nf_ct_tstamp_ext_add()}). */
    void extend(Settings settings) {
        if (settings.accounting) {
            counters = new long[4];
        }
        if (settings.timestamps) {
            startedNs = 0;
        }
    }

    void seeReply() {
        if (!has(SEEN_REPLY)) {
            status |= SEEN_REPLY;
            note(TrackingEvent.REPLY);
        }
    }

    /** The table may not let go of it when it is full. */
    void assure() {
        if (!has(ASSURED)) {
            status |= ASSURED;
            note(TrackingEvent.ASSURED);
        }
    }

    boolean has(int statusBit) {
        return (status & statusBit) != 0;
    }

    /** Whether any of these bits of {@code enum ip_conntrack_status} is set. */
    public boolean hasStatus(int bits) {
        return (status & bits) != 0;
    }

    boolean isExpired(long nowNs) {
        return timeoutNs - nowNs <= 0;
    }

    /** Both addresses of the original direction, as {@link Connections#has} takes them. */
    public long originalAddresses() {
        return originalAddresses;
    }

    /** Ports and protocol of the original direction, as {@link Connections#has} takes them. */
    public long originalRest() {
        return originalRest;
    }

    /** Whether its zone counts for one direction only. */
    boolean isOneWay() {
        return Tuple.zone(originalRest) != Tuple.zone(replyRest);
    }

    boolean hasOriginal(long addresses, long rest) {
        return originalRest == rest && originalAddresses == addresses;
    }

    boolean hasReply(long addresses, long rest) {
        return replyRest == rest && replyAddresses == addresses;
    }

    /** The zone that keeps it apart from others, in one direction at least; 0 for none. */
    public int zone() {
        return Math.max(Tuple.zone(originalRest), Tuple.zone(replyRest));
    }

    public int protocol() {
        return Tuple.protocol(originalRest);
    }

    public int originalSource() {
        return Tuple.source(originalAddresses);
    }

    public int originalDestination() {
        return Tuple.destination(originalAddresses);
    }

    /** Source port of the first packet; the id of an ICMP query. */
    public int originalSourcePort() {
        return Tuple.sourcePort(originalRest);
    }

    /** Destination port of the first packet; {@code type << 8 | code} for an ICMP query. */
    public int originalDestinationPort() {
        return Tuple.destinationPort(originalRest);
    }

    public int replySource() {
        return Tuple.source(replyAddresses);
    }

    public int replyDestination() {
        return Tuple.destination(replyAddresses);
    }

    public int replySourcePort() {
        return Tuple.sourcePort(replyRest);
    }

    public int replyDestinationPort() {
        return Tuple.destinationPort(replyRest);
    }

    /** Whether a packet was seen in the reply direction ({@code IPS_SEEN_REPLY}). */
    public boolean isSeenReply() {
        return has(SEEN_REPLY);
    }

    public boolean isAssured() {
        return has(ASSURED);
    }

    public boolean isConfirmed() {
        return has(CONFIRMED);
    }

    /** Whether NAT changed the source of original packets ({@code IPS_SRC_NAT}; {@code --ctstate SNAT}). */
    public boolean isSrcNat() {
        return has(SRC_NAT);
    }

    /** Whether NAT changed the destination of original packets ({@code IPS_DST_NAT}; {@code --ctstate DNAT}). */
    public boolean isDstNat() {
        return has(DST_NAT);
    }

    public int mark() {
        return mark;
    }

    public void setMark(int mark) {
        if (this.mark != mark) {
            this.mark = mark;
            note(TrackingEvent.MARK);
        }
    }

    /** What packets of the original direction are until an answer comes. */
    byte firstInfo() {
        return has(EXPECTED) ? ConnectionInfo.RELATED : ConnectionInfo.NEW;
    }

    /** The helper of the connection that announced this one, null if none did ({@code -m helper}). */
    public Helper helperOfMaster() {
        return master == null || master.help == null ? null : master.help.helper;
    }

    /** What is left of the timeout in whole seconds ({@code -m conntrack --ctexpire}), 0 at least. */
    public long secondsLeft(long nowNs) {
        long leftNs = isConfirmed() ? timeoutNs - nowNs : timeoutNs;
        return Math.max(0, leftNs / SECOND_NS);
    }

    /** The time of day when the connection began, -1 unless {@code nf_conntrack_timestamp} was on. */
    public long startedNs() {
        return startedNs;
    }

    /** Whether packets are counted: accounting was on at the start of the connection. */
    public boolean isCounted() {
        return counters != null;
    }

    /** Packets of the original or the reply direction; 0 unless {@code nf_conntrack_acct} was on at its start. */
    public long packets(boolean reply) {
        return counters == null ? 0 : counters[reply ? 2 : 0];
    }

    /** Bytes from the IPv4 header on, of the original or the reply direction, counted as {@link #packets} are. */
    public long bytes(boolean reply) {
        return counters == null ? 0 : counters[reply ? 3 : 1];
    }
}
