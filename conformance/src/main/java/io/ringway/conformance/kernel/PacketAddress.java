package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/** {@code struct sockaddr_ll}: family, protocol, ifindex, hardware type, packet type, address length, address. */
final class PacketAddress {
    static final int ETH_P_ALL = 3;
    static final int PACKET_TYPE_OFFSET = 10;
    static final byte PACKET_OUTGOING = 4;

    private static final int BYTES = 20;

    private PacketAddress() {}

    /** A raw packet socket that receives nothing yet. */
    static int newSocket() {
        try {
            return Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, 0);
        } catch (LastErrorException e) {
            throw new KernelException("cannot open a packet socket", e);
        }
    }

    /** Binds it to an interface of the thread's namespace; protocol 0 receives nothing. */
    static void bind(int fd, int ifindex, int protocol) {
        try (Memory address = new Memory(BYTES)) {
            address.clear();
            address.setShort(0, (short) Libc.AF_PACKET);
            address.setByte(2, (byte) (protocol >> 8));
            address.setByte(3, (byte) protocol);
            address.setInt(4, ifindex);
            Libc.bind(fd, address, BYTES);
        } catch (LastErrorException e) {
            throw new KernelException("cannot bind a packet socket", e);
        }
    }
}
