package io.ringway.packet;

import java.nio.ByteBuffer;

/**
 * The bytes of a {@link Frame}, a window of one off-heap cell which grows and shrinks at both ends, and where its headers
 * begin.
 *
 * <pre>
 *   cell            start                                            start+length      cell end
 *    | headroom ...   | Ethernet | IPv4 ... | TCP ... | payload            | tailroom ...  |
 *                     0        networkOffset transportOffset               length
 * </pre>
 *
 * Offsets are bytes from the first byte of the Ethernet header; multi-byte values are in network byte order. With {@code
 * -Dringway.checks=true} each access is checked against the window and the frame's life, else only against the slab of
 * memory that the cell is in.
 */
public abstract sealed class FrameBytes permits Frame {
    static final boolean CHECKS = Boolean.getBoolean("ringway.checks");

    final ByteBuffer memory;
    boolean live;

    private final int cell;
    private final int cellEnd;
    private int start;
    private int length;
    private int networkOffset;
    private int transportOffset;
    private int segmentBytes;
    private ChecksumState checksum = ChecksumState.NONE;

    FrameBytes(ByteBuffer memory, int cell, int cellEnd) {
        this.memory = memory;
        this.cell = cell;
        this.cellEnd = cellEnd;
    }

    final void resetBytes(int lengthBytes) {
        start = cell + FramePool.HEADROOM;
        length = lengthBytes;
        networkOffset = EthernetHeader.LENGTH;
        transportOffset = 0;
        segmentBytes = 0;
        if (checksum != ChecksumState.NONE) {
            checksum = ChecksumState.NONE;
        }
    }

    final void copyKnowledge(FrameBytes other) {
        networkOffset = other.networkOffset;
        transportOffset = other.transportOffset;
        checksum = other.checksum;
        segmentBytes = other.segmentBytes;
    }

    /**
     * Of a frame that stands for several TCP segments or datagrams, which a device will cut, the bytes of the longest packet that
     * one of them becomes ({@code skb_gso_network_seglen()}); 0 of any other.
     */
    public final int segmentBytes() {
        return segmentBytes;
    }

    public final void setSegmentBytes(int bytes) {
        segmentBytes = bytes;
    }

    /** Whether the packet at {@code at} fits at once, or each segment of it ({@code skb_gso_validate_network_len()}). */
    public final boolean fits(int at, int mtu) {
        return length - at <= mtu || (segmentBytes != 0 && segmentBytes <= mtu);
    }

    final boolean isLarge() {
        return cellEnd - cell > FramePool.HEADROOM + FramePool.COMMON_BYTES + FramePool.TAILROOM;
    }

    final void poison() {
        for (int i = cell; i < cellEnd; i++) {
            memory.put(i, FramePool.POISON);
        }
    }

    /** Small, for it is inlined into each access. */
    private int at(int offset, int sizeBytes) {
        if (CHECKS) {
            check(offset, sizeBytes);
        }
        return start + offset;
    }

    private void check(int offset, int sizeBytes) {
        if (!live) {
            throw new IllegalStateException("frame used after it was freed");
        }
        if (offset < 0 || offset + sizeBytes > length) {
            throw new IndexOutOfBoundsException(
                    "bytes " + offset + ".." + (offset + sizeBytes) + " of a frame of " + length);
        }
    }

    /** What the kernel would know of the transport header's checksum by now ({@code skb->ip_summed}). */
    public final ChecksumState checksum() {
        return checksum;
    }

    public final void setChecksum(ChecksumState checksum) {
        this.checksum = checksum;
    }

    /** Length in bytes from the Ethernet header on, without a frame check sequence. */
    public final int length() {
        return length;
    }

    /** Cuts the tail off, or makes room for a longer one whose bytes are whatever the cell held. */
    public final void setLength(int lengthBytes) {
        if (lengthBytes < 0 || lengthBytes > cellEnd - start) {
            throw new IndexOutOfBoundsException("length " + lengthBytes + " in a cell of " + (cellEnd - start));
        }
        length = lengthBytes;
    }

    /** The largest {@link #setLength} that this frame's cell has room for. */
    public final int capacity() {
        return cellEnd - start;
    }

    /** Bytes that {@link #push} has room for. */
    public final int headroom() {
        return start - cell;
    }

    /** Grows the frame at its head; header offsets keep pointing at the same bytes. */
    public final void push(int bytes) {
        if (start - bytes < cell) {
            throw new IndexOutOfBoundsException("headroom of " + (start - cell) + " exceeded by " + bytes);
        }
        start -= bytes;
        length += bytes;
        networkOffset += bytes;
        transportOffset += bytes;
    }

    /** Shrinks the frame at its head; header offsets keep pointing at the same bytes. */
    public final void pull(int bytes) {
        if (bytes > length) {
            throw new IndexOutOfBoundsException("pull of " + bytes + " from a frame of " + length);
        }
        start += bytes;
        length -= bytes;
        networkOffset -= bytes;
        transportOffset -= bytes;
    }

    /** Where the IPv4, IPv6 or ARP header begins; set when the Ethernet header is read. */
    public final int networkOffset() {
        return networkOffset;
    }

    public final void setNetworkOffset(int offset) {
        networkOffset = offset;
    }

    /** Where the TCP, UDP or ICMP header begins; valid once the network header has been checked. */
    public final int transportOffset() {
        return transportOffset;
    }

    public final void setTransportOffset(int offset) {
        transportOffset = offset;
    }

    public final int u8(int offset) {
        return memory.get(at(offset, 1)) & 0xff;
    }

    public final int u16(int offset) {
        return memory.getShort(at(offset, 2)) & 0xffff;
    }

    /** 32 bits as they are: an IPv4 address, or a number to be compared unsigned. */
    public final int i32(int offset) {
        return memory.getInt(at(offset, 4));
    }

    public final long u32(int offset) {
        return memory.getInt(at(offset, 4)) & 0xffff_ffffL;
    }

    /** 64 bits as they are: both addresses of an IPv4 header in one read. */
    public final long i64(int offset) {
        return memory.getLong(at(offset, 8));
    }

    /** Six bytes as the low 48 bits: a MAC address. */
    public final long u48(int offset) {
        int at = at(offset, 6);
        return (memory.getShort(at) & 0xffffL) << 32 | (memory.getInt(at + 2) & 0xffff_ffffL);
    }

    public final void putU8(int offset, int value) {
        memory.put(at(offset, 1), (byte) value);
    }

    public final void putU16(int offset, int value) {
        memory.putShort(at(offset, 2), (short) value);
    }

    public final void putI32(int offset, int value) {
        memory.putInt(at(offset, 4), value);
    }

    public final void putI64(int offset, long value) {
        memory.putLong(at(offset, 8), value);
    }

    public final void putU48(int offset, long value) {
        int at = at(offset, 6);
        memory.putShort(at, (short) (value >>> 32));
        memory.putInt(at + 2, (int) value);
    }

    /** Copies {@code bytes} from {@code source} at {@code sourceIndex} to {@code offset} in this frame. */
    public final void put(int offset, ByteBuffer source, int sourceIndex, int bytes) {
        memory.put(at(offset, bytes), source, sourceIndex, bytes);
    }

    public final void put(int offset, byte[] source) {
        memory.put(at(offset, source.length), source);
    }

    /** Copies {@code bytes} of another frame, from {@code sourceOffset} there to {@code offset} here. */
    public final void put(int offset, FrameBytes source, int sourceOffset, int bytes) {
        memory.put(at(offset, bytes), source.memory, source.at(sourceOffset, bytes), bytes);
    }

    /** Copies {@code bytes} of this frame to {@code target} at {@code targetIndex}. */
    public final void get(int offset, ByteBuffer target, int targetIndex, int bytes) {
        target.put(targetIndex, memory, at(offset, bytes), bytes);
    }

    /** All bytes of the frame in a new array: for tests and messages, not for the data path. */
    public final byte[] toBytes() {
        byte[] bytes = new byte[length];
        memory.get(at(0, length), bytes);
        return bytes;
    }

    public final void fillZero(int offset, int bytes) {
        int at = at(offset, bytes);
        for (int i = 0; i < bytes; i++) {
            memory.put(at + i, (byte) 0);
        }
    }

    /** The 16-bit ones' complement sum of {@code bytes} bytes, not folded beyond 16 bits nor inverted (RFC 1071). */
    public final int sum(int offset, int bytes) {
        return Checksum.sum(memory, at(offset, bytes), bytes);
    }
}
