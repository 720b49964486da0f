package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/** {@code struct sockaddr_ll}: family, protocol, ifindex, hardware type, packet type, address length, address. */
final class PacketAddress {
    static final int BYTES = 20;
    static final int ETH_P_ALL = 3;
    static final int PACKET_TYPE_OFFSET = 10;
    static final byte PACKET_OUTGOING = 4;

    private PacketAddress() {}

    /** A raw packet socket bound to an interface of the thread's namespace; protocol 0 receives nothing. */
    static int boundSocket(int ifindex, int protocol) {
        int fd = -1;
        try (Memory address = new Memory(BYTES)) {
            fd = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, 0);
            address.clear();
            address.setShort(0, (short) Libc.AF_PACKET);
            address.setByte(2, (byte) (protocol >> 8));
            address.setByte(3, (byte) protocol);
            address.setInt(4, ifindex);
            Libc.bind(fd, address, BYTES);
            return fd;
        } catch (LastErrorException e) {
            if (fd >= 0) {
                Libc.close(fd);
            }
            throw new KernelException("cannot open a packet socket", e);
        }
    }
}
