package io.ringway.packet;

import java.nio.ByteBuffer;

/**
 * An Ethernet frame of a {@link FramePool}: its bytes, and what the kernel keeps beside them in {@code sk_buff}. A frame
 * has one owner at a time and is never shared: a flood or a mirror copies. Frames are not thread-safe; a ring hands them
 * from one thread to the next.
 */
public final class Frame extends FrameBytes {
    final FramePool pool;
    Frame nextFree;

    private final FrameHistory history = new FrameHistory();
    private final BridgeInfo bridgeInfo = new BridgeInfo();
    private long timestampNs;
    private int ingressIfindex;
    private int egressIfindex;
    private int nextHop;
    private int routeMtu;
    private int mark;
    private boolean toEverybody;
    private boolean sentByIcmp;
    private PacketSocket socket = PacketSocket.NONE;
    private byte packetType;
    private byte connectionInfo;
    private int trackingZone;
    private boolean followed;
    private int flowHash;
    private int ipOptions;
    private TransmitOutcome outcome;
    private boolean redirects;
    private Object connection;
    private FragmentGeometry fragments;

    Frame(FramePool pool, ByteBuffer memory, int cell, int cellEnd) {
        super(memory, cell, cellEnd);
        this.pool = pool;
    }

    void reset(int lengthBytes) {
        resetBytes(lengthBytes);
        history.reset();
        timestampNs = 0;
        ingressIfindex = 0;
        egressIfindex = 0;
        nextHop = 0;
        routeMtu = 0;
        redirects = false;
        toEverybody = false;
        sentByIcmp = false;
        if (socket != PacketSocket.NONE) {
            socket = PacketSocket.NONE;
        }
        mark = 0;
        packetType = PacketType.HOST;
        connectionInfo = 0;
        trackingZone = 0;
        followed = false;
        bridgeInfo.forget();
        flowHash = 0;
        ipOptions = 0;
        outcome = null;
        connection = null;
        fragments = null;
    }

    void copyStateOf(Frame other) {
        history.copy(other.history);
        copyKnowledge(other);
        timestampNs = other.timestampNs;
        ingressIfindex = other.ingressIfindex;
        egressIfindex = other.egressIfindex;
        nextHop = other.nextHop;
        routeMtu = other.routeMtu;
        redirects = other.redirects;
        toEverybody = other.toEverybody;
        sentByIcmp = other.sentByIcmp;
        mark = other.mark;
        packetType = other.packetType;
        connectionInfo = other.connectionInfo;
        trackingZone = other.trackingZone;
        followed = other.followed;
        bridgeInfo.copy(other.bridgeInfo);
        flowHash = other.flowHash;
        ipOptions = other.ipOptions;
        connection = other.connection;
        fragments = other.fragments;
    }

    /** What IPv4 found among the options of the packet, in its own code; 0 for nothing ({@code IPCB(skb)->opt}). */
    public int ipOptions() {
        return ipOptions;
    }

    public void setIpOptions(int ipOptions) {
        this.ipOptions = ipOptions;
    }

    /** What happened to it so far. */
    public FrameHistory history() {
        return history;
    }

    /** Virtual time in nanoseconds. */
    public long timestampNs() {
        return timestampNs;
    }

    public void setTimestampNs(long timestampNs) {
        this.timestampNs = timestampNs;
    }

    /** The device that the packet came in by ({@code skb->skb_iif}), 0 for one made in this namespace. */
    public int ingressIfindex() {
        return ingressIfindex;
    }

    public void setIngressIfindex(int ifindex) {
        ingressIfindex = ifindex;
    }

    /** The device that routing chose, 0 before routing. */
    public int egressIfindex() {
        return egressIfindex;
    }

    /** The neighbour to send to, chosen by routing: the gateway, or the destination itself when it is on the link. */
    public int nextHop() {
        return nextHop;
    }

    /** Records the routing decision ({@code skb_dst_set}). */
    public void setRoute(int egressIfindex, int nextHop) {
        this.egressIfindex = egressIfindex;
        this.nextHop = nextHop;
        routeMtu = 0;
        redirects = false;
    }

    /** What the route says fits through at once, 0 when it says nothing. */
    public int routeMtu() {
        return routeMtu;
    }

    public void setRouteMtu(int bytes) {
        routeMtu = bytes;
    }

    /** Whether its sender is to be told of a shorter way. */
    public boolean redirects() {
        return redirects;
    }

    public void setRedirects(boolean redirects) {
        this.redirects = redirects;
    }

    public int mark() {
        return mark;
    }

    public void setMark(int mark) {
        this.mark = mark;
    }

    /** One of {@link PacketType}. */
    public byte packetType() {
        return packetType;
    }

    public void setPacketType(byte packetType) {
        this.packetType = packetType;
    }

    /** The conntrack entry, which only nat-engine looks into; null when the packet was not tracked. */
    public Object connection() {
        return connection;
    }

    /** {@code enum ip_conntrack_info} of the packet, meaningful while {@link #connection} is set. */
    public byte connectionInfo() {
        return connectionInfo;
    }

    public void setConnection(Object connection, byte info) {
        this.connection = connection;
        this.connectionInfo = info;
    }

    /** How a rule wants it tracked, in nat-engine's own code, until it is; 0 for no wish (a template in {@code skb->_nfct}). */
    public int trackingZone() {
        return trackingZone;
    }

    public void setTrackingZone(int trackingZone) {
        this.trackingZone = trackingZone;
    }

    /** Whether a rule wants every rule that the packet meets told ({@code skb->nf_trace}). */
    public boolean isFollowed() {
        return followed;
    }

    public void setFollowed(boolean followed) {
        this.followed = followed;
    }

    /** What a bridge keeps of it while the rules of its host look. */
    public BridgeInfo bridgeInfo() {
        return bridgeInfo;
    }

    /** Whether the way that was found for this packet leads to everybody on a link. */
    public boolean toEverybody() {
        return toEverybody;
    }

    public void setToEverybody(boolean toEverybody) {
        this.toEverybody = toEverybody;
    }

    /**
     * Whether the host's own ICMP is still sending this message: what happens to it meanwhile is told to nobody
     * ({@code icmp.c:icmp_xmit_lock()}).
     */
    public boolean isSentByIcmp() {
        return sentByIcmp;
    }

    public void setSentByIcmp(boolean sentByIcmp) {
        this.sentByIcmp = sentByIcmp;
    }

    /** Whose packet it is until it is received ({@code skb->sk}); a copy is nobody's. */
    public PacketSocket socket() {
        return socket;
    }

    public void setSocket(PacketSocket socket) {
        this.socket = socket;
    }

    /** What {@code skb_get_hash()} found for the flow's ports, kept on the whole way; 0 when nobody asked yet. */
    public int flowHash() {
        return flowHash;
    }

    public void setFlowHash(int flowHash) {
        this.flowHash = flowHash;
    }

    /** Who waits to hear whether the stack could send the packet; null for nobody. A copy has none. */
    public TransmitOutcome outcome() {
        return outcome;
    }

    public void setOutcome(TransmitOutcome outcome) {
        this.outcome = outcome;
    }

    /** How this packet had been cut before it was reassembled; null when it never was. */
    public FragmentGeometry fragments() {
        return fragments;
    }

    public void setFragments(FragmentGeometry fragments) {
        this.fragments = fragments;
    }

    /**
     * Forgets what belongs to one namespace when the frame leaves for another ({@code skb_scrub_packet}): the route,
     * the connection, the mark and how it had been fragmented; and what was known of its checksums but that a tunnel found them right.
     */
    public void scrub() {
        boolean valid = checksum() == ChecksumState.COMPLETE || checksum() == ChecksumState.VALID;
        egressIfindex = 0;
        nextHop = 0;
        mark = 0;
        connection = null;
        connectionInfo = 0;
        trackingZone = 0;
        followed = false;
        bridgeInfo.forget();
        socket = PacketSocket.NONE;
        fragments = null;
        setChecksum(valid ? ChecksumState.VALID : ChecksumState.NONE);
    }

    public void free() {
        pool.release(this);
    }
}
