package io.ringway.packet;

import java.nio.ByteBuffer;

/**
 * An Ethernet frame in one off-heap cell of a {@link FramePool}, with what the kernel keeps beside it in {@code sk_buff}.
 *
 * <pre>
 *   cell            start                                            start+length      cell end
 *    | headroom ...   | Ethernet | IPv4 ... | TCP ... | payload            | tailroom ...  |
 *                     0        networkOffset transportOffset               length
 * </pre>
 *
 * Offsets are bytes from the first byte of the Ethernet header; multi-byte values are in network byte order. A frame
 * has one owner at a time and is never shared: a flood or a mirror copies. Frames are not thread-safe; a ring hands
 * them from one thread to the next.
 */
public final class Frame {
    /** {@code pkt_type} of {@code if_packet.h}: what the destination MAC meant to the device that received the frame. */
    public static final byte HOST = 0;

    public static final byte BROADCAST = 1;
    public static final byte MULTICAST = 2;
    public static final byte OTHERHOST = 3;
    public static final byte OUTGOING = 4;
    /** A broadcast of this host's own, come back to it. */
    public static final byte LOOPED_BACK = 5;

    static final boolean CHECKS = Boolean.getBoolean("ringway.checks");

    final FramePool pool;
    final ByteBuffer memory;
    private final int cell;
    private final int cellEnd;

    Frame nextFree;
    boolean live;

    private int start;
    private int length;
    private int networkOffset;
    private int transportOffset;

    private long id;
    private long timestampNs;
    private int ingressIfindex;
    private int egressIfindex;
    private int nextHop;
    private int routeMtu;
    private int mark;
    private boolean toEverybody;
    private int tag;
    private byte packetType;
    private byte connectionInfo;
    private boolean translated;
    private int originated;
    private byte wraps;
    private int flowHash;
    private int ipOptions;
    private TransmitOutcome outcome;
    private boolean redirects;
    private boolean summed;
    private boolean unfinished;
    private Object connection;
    private FragmentGeometry fragments;

    Frame(FramePool pool, ByteBuffer memory, int cell, int cellEnd) {
        this.pool = pool;
        this.memory = memory;
        this.cell = cell;
        this.cellEnd = cellEnd;
    }

    void reset(int lengthBytes) {
        start = cell + FramePool.HEADROOM;
        length = lengthBytes;
        networkOffset = EthernetHeader.LENGTH;
        transportOffset = 0;
        id = 0;
        timestampNs = 0;
        ingressIfindex = 0;
        egressIfindex = 0;
        nextHop = 0;
        routeMtu = 0;
        redirects = false;
        summed = false;
        unfinished = false;
        toEverybody = false;
        mark = 0;
        tag = 0;
        packetType = HOST;
        connectionInfo = 0;
        translated = false;
        originated = 0;
        wraps = 0;
        flowHash = 0;
        ipOptions = 0;
        outcome = null;
        connection = null;
        fragments = null;
    }

    void copyStateOf(Frame other) {
        networkOffset = other.networkOffset;
        transportOffset = other.transportOffset;
        id = other.id;
        timestampNs = other.timestampNs;
        ingressIfindex = other.ingressIfindex;
        egressIfindex = other.egressIfindex;
        nextHop = other.nextHop;
        routeMtu = other.routeMtu;
        redirects = other.redirects;
        summed = other.summed;
        unfinished = other.unfinished;
        toEverybody = other.toEverybody;
        mark = other.mark;
        tag = other.tag;
        packetType = other.packetType;
        connectionInfo = other.connectionInfo;
        translated = other.translated;
        originated = other.originated;
        wraps = other.wraps;
        flowHash = other.flowHash;
        ipOptions = other.ipOptions;
        connection = other.connection;
        fragments = other.fragments;
    }

    boolean isLarge() {
        return cellEnd - cell > FramePool.HEADROOM + FramePool.COMMON_BYTES;
    }

    void poison() {
        for (int i = cell; i < cellEnd; i++) {
            memory.put(i, FramePool.POISON);
        }
    }

    private int at(int offset, int sizeBytes) {
        if (CHECKS) {
            if (!live) {
                throw new IllegalStateException("frame used after it was freed");
            }
            if (offset < 0 || offset + sizeBytes > length) {
                throw new IndexOutOfBoundsException(
                        "bytes " + offset + ".." + (offset + sizeBytes) + " of a frame of " + length);
            }
        }
        return start + offset;
    }

    /** Length in bytes from the Ethernet header on, without a frame check sequence. */
    public int length() {
        return length;
    }

    /** Cuts the tail off, or makes room for a longer one whose bytes are whatever the cell held. */
    public void setLength(int lengthBytes) {
        if (lengthBytes < 0 || lengthBytes > cellEnd - start) {
            throw new IndexOutOfBoundsException("length " + lengthBytes + " in a cell of " + (cellEnd - start));
        }
        length = lengthBytes;
    }

    /** What IPv4 found among the options of the packet, in its own code; 0 for nothing ({@code IPCB(skb)->opt}). */
    public int ipOptions() {
        return ipOptions;
    }

    public void setIpOptions(int ipOptions) {
        this.ipOptions = ipOptions;
    }

    /** The largest {@link #setLength} that this frame's cell has room for. */
    public int capacity() {
        return cellEnd - start;
    }

    /** Grows the frame at its head; header offsets keep pointing at the same bytes. */
    public void push(int bytes) {
        if (start - bytes < cell) {
            throw new IndexOutOfBoundsException("headroom of " + (start - cell) + " exceeded by " + bytes);
        }
        start -= bytes;
        length += bytes;
        networkOffset += bytes;
        transportOffset += bytes;
    }

    /** Shrinks the frame at its head; header offsets keep pointing at the same bytes. */
    public void pull(int bytes) {
        if (bytes > length) {
            throw new IndexOutOfBoundsException("pull of " + bytes + " from a frame of " + length);
        }
        start += bytes;
        length -= bytes;
        networkOffset -= bytes;
        transportOffset -= bytes;
    }

    public int u8(int offset) {
        return memory.get(at(offset, 1)) & 0xff;
    }

    public int u16(int offset) {
        return memory.getShort(at(offset, 2)) & 0xffff;
    }

    /** 32 bits as they are: an IPv4 address, or a number to be compared unsigned. */
    public int i32(int offset) {
        return memory.getInt(at(offset, 4));
    }

    public long u32(int offset) {
        return memory.getInt(at(offset, 4)) & 0xffff_ffffL;
    }

    /** 64 bits as they are: both addresses of an IPv4 header in one read. */
    public long i64(int offset) {
        return memory.getLong(at(offset, 8));
    }

    /** Six bytes as the low 48 bits: a MAC address. */
    public long u48(int offset) {
        int at = at(offset, 6);
        return (memory.getShort(at) & 0xffffL) << 32 | (memory.getInt(at + 2) & 0xffff_ffffL);
    }

    public void putU8(int offset, int value) {
        memory.put(at(offset, 1), (byte) value);
    }

    public void putU16(int offset, int value) {
        memory.putShort(at(offset, 2), (short) value);
    }

    public void putI32(int offset, int value) {
        memory.putInt(at(offset, 4), value);
    }

    public void putI64(int offset, long value) {
        memory.putLong(at(offset, 8), value);
    }

    public void putU48(int offset, long value) {
        int at = at(offset, 6);
        memory.putShort(at, (short) (value >>> 32));
        memory.putInt(at + 2, (int) value);
    }

    /** Copies {@code bytes} from {@code source} at {@code sourceIndex} to {@code offset} in this frame. */
    public void put(int offset, ByteBuffer source, int sourceIndex, int bytes) {
        memory.put(at(offset, bytes), source, sourceIndex, bytes);
    }

    public void put(int offset, byte[] source) {
        memory.put(at(offset, source.length), source);
    }

    /** Copies {@code bytes} of another frame, from {@code sourceOffset} there to {@code offset} here. */
    public void put(int offset, Frame source, int sourceOffset, int bytes) {
        memory.put(at(offset, bytes), source.memory, source.at(sourceOffset, bytes), bytes);
    }

    /** Copies {@code bytes} of this frame to {@code target} at {@code targetIndex}. */
    public void get(int offset, ByteBuffer target, int targetIndex, int bytes) {
        target.put(targetIndex, memory, at(offset, bytes), bytes);
    }

    /** All bytes of the frame in a new array: for tests and messages, not for the data path. */
    public byte[] toBytes() {
        byte[] bytes = new byte[length];
        memory.get(at(0, length), bytes);
        return bytes;
    }

    public void fillZero(int offset, int bytes) {
        int at = at(offset, bytes);
        for (int i = 0; i < bytes; i++) {
            memory.put(at + i, (byte) 0);
        }
    }

    /** The 16-bit ones' complement sum of {@code bytes} bytes, not folded beyond 16 bits nor inverted (RFC 1071). */
    public int sum(int offset, int bytes) {
        return Checksum.sum(memory, at(offset, bytes), bytes);
    }

    /** Where the IPv4, IPv6 or ARP header begins; set when the Ethernet header is read. */
    public int networkOffset() {
        return networkOffset;
    }

    public void setNetworkOffset(int offset) {
        networkOffset = offset;
    }

    /** Where the TCP, UDP or ICMP header begins; valid once the network header has been checked. */
    public int transportOffset() {
        return transportOffset;
    }

    public void setTransportOffset(int offset) {
        transportOffset = offset;
    }

    /** Number of the injected frame that this one is, or was caused by; 0 when a timer or a command caused it. */
    public long id() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
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

    /** What the injector recognises the frame by; copies carry it, the model never looks at it. */
    public int tag() {
        return tag;
    }

    public void setTag(int tag) {
        this.tag = tag;
    }

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

    /** Whether NAT rewrote any address or port of this packet on its way. */
    public boolean translated() {
        return translated;
    }

    public void setTranslated() {
        translated = true;
    }

    /** Whether the way that was found for this packet leads to everybody on a link. */
    public boolean toEverybody() {
        return toEverybody;
    }

    public void setToEverybody(boolean toEverybody) {
        this.toEverybody = toEverybody;
    }

    /** Whether the model itself made this packet, so that its IP ID is the model's choice. */
    public boolean originated() {
        return (originated & 1) != 0;
    }

    public void setOriginated() {
        originated |= 1;
    }

    /** The packet became the payload of one that the model made around it. */
    public void wrapped() {
        originated = originated << 1 | 1;
        wraps++;
    }

    /** The payload stands alone again. */
    public void unwrapped() {
        originated >>>= 1;
        wraps--;
    }

    /** How many encapsulations of the model are around the innermost packet. */
    public int wraps() {
        return wraps;
    }

    /** Whether the packet inside an encapsulation is one that the model made. */
    public boolean innerOriginated() {
        return (originated & 2) != 0;
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

    /** Tells who waits for it, if anybody does, that the packet is on its way. */
    public void tellSent() {
        if (outcome != null) {
            TransmitOutcome told = outcome;
            outcome = null;
            told.sent(this);
        }
    }

    /** Tells who waits for it, if anybody does, that the packet was not taken. */
    public void tellRefused(DropReason reason) {
        if (outcome != null) {
            TransmitOutcome told = outcome;
            outcome = null;
            told.refused(this, reason);
        }
    }

    public void setOutcome(TransmitOutcome outcome) {
        this.outcome = outcome;
    }

    /** Bytes that {@link #push} has room for. */
    public int headroom() {
        return start - cell;
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
     * the connection, the mark and how it had been fragmented; and what was known of its checksums.
     */
    public void scrub() {
        egressIfindex = 0;
        nextHop = 0;
        mark = 0;
        connection = null;
        connectionInfo = 0;
        fragments = null;
        summed = false;
        unfinished = false;
    }

    /**
     * Whether the kernel has only the pseudo header's sum in the checksum of the transport header by now, and leaves the
     * rest to the device ({@code CHECKSUM_PARTIAL}); here it is complete from the beginning.
     */
    public boolean unfinished() {
        return unfinished;
    }

    public void setUnfinished(boolean unfinished) {
        this.unfinished = unfinished;
    }

    /**
     * Whether the sum over the bytes is what was left of a larger one ({@code CHECKSUM_COMPLETE}), where nothing but zeros
     * is all ones.
     */
    public boolean summed() {
        return summed;
    }

    public void setSummed() {
        summed = true;
    }

    public void free() {
        pool.release(this);
    }
}
