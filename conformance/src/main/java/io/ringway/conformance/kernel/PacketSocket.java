package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.util.Arrays;

/**
 * A packet socket that sees what one interface sends and receives, in order, each frame as {@code tcpdump} would write
 * it: a VLAN tag that the kernel keeps beside the frame is put back, a checksum that it left to the device is filled in.
 *
 * <p>Bound inside the interface's namespace; one thread reads it.
 */
final class PacketSocket implements AutoCloseable {
    private static final int RECEIVE_BUFFER_BYTES = 64 << 20;
    private static final int MAX_FRAME_BYTES = 1 << 17;
    private static final int CONTROL_BYTES = 256;

    private static final int STATUS_CHECKSUM_NOT_READY = 1 << 3;
    private static final int STATUS_VLAN_VALID = 1 << 4;
    private static final int STATUS_VLAN_PROTOCOL_VALID = 1 << 6;
    private static final int VLAN_PROTOCOL = 0x8100;

    /** {@code struct msghdr}: name, its length, iovec, their number, control, its length, flags. */
    private final Memory message = new Memory(56);

    private final Memory name = new Memory(PacketAddress.BYTES);
    private final Memory vector = new Memory(16);
    private final Memory control = new Memory(CONTROL_BYTES);
    private final Memory data = new Memory(MAX_FRAME_BYTES);
    private final int fd;
    private long timeNs;
    private int status;
    private int vlanTag;
    private int vlanProtocol;

    /** @param promiscuous as {@code tcpdump} asks for: a promiscuous bridge passes up what it forwards */
    PacketSocket(int ifindex, boolean promiscuous) {
        fd = PacketAddress.boundSocket(ifindex, PacketAddress.ETH_P_ALL);
        option(Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES);
        option(Libc.SOL_SOCKET, Libc.SO_TIMESTAMPNS, 1);
        option(Libc.SOL_PACKET, Libc.PACKET_AUXDATA, 1);
        if (promiscuous) {
            becomePromiscuous(ifindex);
        }
        vector.setPointer(0, data);
        vector.setLong(8, MAX_FRAME_BYTES);
        message.clear();
        message.setPointer(0, name);
        message.setPointer(16, vector);
        message.setLong(24, 1);
        message.setPointer(32, control);
    }

    private void option(int level, int option, int value) {
        try (Memory memory = new Memory(4)) {
            memory.setInt(0, value);
            Libc.setsockopt(fd, level, option, memory, 4);
        }
    }

    private void becomePromiscuous(int ifindex) {
        try (Memory membership = new Memory(16)) {
            membership.clear();
            membership.setInt(0, ifindex);
            membership.setShort(4, (short) Libc.PACKET_MR_PROMISC);
            Libc.setsockopt(fd, Libc.SOL_PACKET, Libc.PACKET_ADD_MEMBERSHIP, membership, 16);
        }
    }

    int fd() {
        return fd;
    }

    /** The next frame, or null when none is there; never waits. */
    KernelFrame receive() {
        message.setInt(8, PacketAddress.BYTES);
        message.setLong(40, CONTROL_BYTES);
        int length;
        try {
            length = (int) Libc.recvmsg(fd, message, Libc.MSG_DONTWAIT | Libc.MSG_TRUNC);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == Libc.EAGAIN || e.getErrorCode() == Libc.ENETDOWN) {
                return null;
            }
            throw new KernelException("cannot read a packet socket", e);
        }
        readControl();
        boolean outgoing = name.getByte(PacketAddress.PACKET_TYPE_OFFSET) == PacketAddress.PACKET_OUTGOING;
        byte[] bytes = data.getByteArray(0, Math.min(length, MAX_FRAME_BYTES));
        if ((status & STATUS_CHECKSUM_NOT_READY) != 0) {
            UnfinishedChecksum.complete(bytes);
        }
        if ((status & STATUS_VLAN_VALID) != 0) {
            bytes = withTag(bytes);
        }
        return new KernelFrame(bytes, outgoing, timeNs);
    }

    /** {@code struct cmsghdr} (length, level, type) before each: a timespec, and {@code struct tpacket_auxdata}. */
    private void readControl() {
        long length = message.getLong(40);
        status = 0;
        int at = 0;
        while (at + 16 <= length) {
            int size = (int) control.getLong(at);
            int level = control.getInt(at + 8);
            int type = control.getInt(at + 12);
            if (level == Libc.SOL_SOCKET && type == Libc.SO_TIMESTAMPNS) {
                timeNs = control.getLong(at + 16) * 1_000_000_000L + control.getLong(at + 24);
            } else if (level == Libc.SOL_PACKET && type == Libc.PACKET_AUXDATA) {
                status = control.getInt(at + 16);
                vlanTag = control.getShort(at + 32) & 0xffff;
                vlanProtocol = control.getShort(at + 34) & 0xffff;
            }
            at += (size + 7) / 8 * 8;
        }
    }

    private byte[] withTag(byte[] bytes) {
        int protocol = (status & STATUS_VLAN_PROTOCOL_VALID) != 0 ? vlanProtocol : VLAN_PROTOCOL;
        byte[] tagged = new byte[bytes.length + 4];
        System.arraycopy(bytes, 0, tagged, 0, 12);
        tagged[12] = (byte) (protocol >> 8);
        tagged[13] = (byte) protocol;
        tagged[14] = (byte) (vlanTag >> 8);
        tagged[15] = (byte) vlanTag;
        System.arraycopy(bytes, 12, tagged, 16, bytes.length - 12);
        return tagged;
    }

    /** Frames that found the socket's buffer full since the last call. */
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
        Libc.close(fd);
        for (Memory memory : Arrays.asList(message, name, vector, control, data)) {
            memory.close();
        }
    }
}
