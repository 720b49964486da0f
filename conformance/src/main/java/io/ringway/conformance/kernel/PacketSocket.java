package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.invoke.VarHandle;

/**
 * A packet socket that sees what one interface sends and receives, in order, each frame as {@code tcpdump} would write
 * it: a VLAN tag that the kernel keeps beside the frame is put back, a checksum that it left to the device is filled in.
 *
 * <p>Not libpcap: {@link io.ringway.pcap.LiveInterface} shows the same bytes, tags included, but takes 5 to 8 us a
 * frame where this takes 0.3 to 1.7, and 3.5 us to find nothing, without a descriptor to wait on; it does not say which
 * way a frame went, shows loopback's frames once, and cannot open an interface that is down (measured with libpcap
 * 1.10.3).
 *
 * <p>The kernel copies each frame into a shared ring when it passes ({@code packet_mmap}, version 2), before anything
 * else changes it; a plain socket would only hold a reference, and show refragmented packets with their new headers.
 *
 * <pre>
 *  a slot: | tpacket2_hdr, 32 bytes | sockaddr_ll | ... | frame at tp_mac |
 *  header:  0 status  4 length  8 captured  12 mac  14 net  16 seconds  20 nanoseconds  24 VLAN tag  26 its protocol
 * </pre>
 *
 * Opened inside the interface's namespace; one thread reads it.
 */
final class PacketSocket implements AutoCloseable {
    private static final int ADDRESS_OFFSET = 32;
    private static final int ROOM_FOR_HEADERS = 160;
    private static final int SMALLEST_SLOT_BYTES = 2048;
    private static final int BLOCK_BYTES = 1 << 18;
    private static final int SMALLEST_RING_BYTES = 1 << 22;
    /** Loopback's slots are large, and what is given up at once may be more than a few packets. */
    private static final int FEWEST_SLOTS = 128;

    private static final int STATUS_USER = 1;
    private static final int STATUS_CHECKSUM_NOT_READY = 1 << 3;
    private static final int STATUS_VLAN_VALID = 1 << 4;
    private static final int STATUS_VLAN_PROTOCOL_VALID = 1 << 6;
    private static final int VLAN_PROTOCOL = 0x8100;

    private final int fd;
    private final int slotBytes;
    private final int slots;
    private final int ringBytes;
    private final Pointer ring;
    private int next;

    /** @param promiscuous as {@code tcpdump} asks for: a promiscuous bridge passes up what it forwards */
    PacketSocket(String name, int ifindex, boolean promiscuous) {
        fd = PacketAddress.newSocket();
        int wanted = mtu(name) + ROOM_FOR_HEADERS;
        slotBytes = Math.max(SMALLEST_SLOT_BYTES, Integer.highestOneBit(wanted - 1) << 1);
        ringBytes = Math.max(SMALLEST_RING_BYTES, FEWEST_SLOTS * slotBytes);
        slots = ringBytes / slotBytes;
        option(Libc.PACKET_VERSION, Libc.TPACKET_V2);
        option(Libc.PACKET_RX_RING, BLOCK_BYTES, ringBytes / BLOCK_BYTES, slotBytes, slots);
        ring = Libc.mmap(null, ringBytes, Libc.PROT_READ_WRITE, Libc.MAP_SHARED, fd, 0);
        PacketAddress.bind(fd, ifindex, PacketAddress.ETH_P_ALL);
        if (promiscuous) {
            option(Libc.PACKET_ADD_MEMBERSHIP, ifindex, Libc.PACKET_MR_PROMISC, 0, 0);
        }
    }

    private void option(int option, int... values) {
        try (Memory memory = new Memory(4L * values.length)) {
            memory.write(0, values, 0, values.length);
            Libc.setsockopt(fd, Libc.SOL_PACKET, option, memory, 4 * values.length);
        } catch (LastErrorException e) {
            throw new KernelException("cannot set up a capture", e);
        }
    }

    /** {@code struct ifreq}: the name in 16 bytes, then the number. */
    private int mtu(String name) {
        try (Memory request = new Memory(40)) {
            request.clear();
            request.setString(0, name);
            Libc.ioctl(fd, Libc.SIOCGIFMTU, request);
            return request.getInt(16);
        }
    }

    int fd() {
        return fd;
    }

    /** The next frame, or null when none is there; never waits. */
    KernelFrame receive() {
        long slot = (long) next * slotBytes;
        int status = ring.getInt(slot);
        if ((status & STATUS_USER) == 0) {
            return null;
        }
        VarHandle.acquireFence();
        int length = ring.getInt(slot + 4);
        if (ring.getInt(slot + 8) < length) {
            throw new KernelException("a frame of " + length + " bytes is larger than the capture's slots");
        }
        byte[] bytes = ring.getByteArray(slot + (ring.getShort(slot + 12) & 0xffff), length);
        if ((status & STATUS_CHECKSUM_NOT_READY) != 0) {
            UnfinishedChecksum.complete(bytes);
        }
        if ((status & STATUS_VLAN_VALID) != 0) {
            int protocol =
                    (status & STATUS_VLAN_PROTOCOL_VALID) != 0 ? ring.getShort(slot + 26) & 0xffff : VLAN_PROTOCOL;
            bytes = withTag(bytes, protocol, ring.getShort(slot + 24));
        }
        boolean outgoing =
                ring.getByte(slot + ADDRESS_OFFSET + PacketAddress.PACKET_TYPE_OFFSET) == PacketAddress.PACKET_OUTGOING;
        long timeNs = (ring.getInt(slot + 16) & 0xffff_ffffL) * 1_000_000_000L + ring.getInt(slot + 20);
        VarHandle.releaseFence();
        ring.setInt(slot, 0);
        next = (next + 1) % slots;
        return new KernelFrame(bytes, outgoing, timeNs);
    }

    private static byte[] withTag(byte[] bytes, int protocol, int tag) {
        byte[] tagged = new byte[bytes.length + 4];
        System.arraycopy(bytes, 0, tagged, 0, 12);
        tagged[12] = (byte) (protocol >> 8);
        tagged[13] = (byte) protocol;
        tagged[14] = (byte) (tag >> 8);
        tagged[15] = (byte) tag;
        System.arraycopy(bytes, 12, tagged, 16, bytes.length - 12);
        return tagged;
    }

    /** An interface that goes down leaves an error behind, which polling would report for ever. */
    void forgetError() {
        try (Memory error = new Memory(4);
                Memory length = new Memory(4)) {
            length.setInt(0, 4);
            Libc.getsockopt(fd, Libc.SOL_SOCKET, Libc.SO_ERROR, error, length);
        }
    }

    /** Frames that found the ring full since the last call. */
    int drops() {
        try (Memory statistics = new Memory(8);
                Memory length = new Memory(4)) {
            length.setInt(0, 8);
            Libc.getsockopt(fd, Libc.SOL_PACKET, Libc.PACKET_STATISTICS, statistics, length);
            return statistics.getInt(4);
        }
    }

    @Override
    public void close() {
        Libc.munmap(ring, ringBytes);
        Libc.close(fd);
    }
}
