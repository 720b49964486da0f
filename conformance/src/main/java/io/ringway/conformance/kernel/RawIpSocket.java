package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/**
 * A raw socket that sends whole IPv4 packets, header included, from a namespace's own stack ({@code raw(7)}): the kernel
 * fills total length and checksum, and where they are zero source and ID ({@code raw.c:raw_send_hdrinc()}).
 */
final class RawIpSocket implements FrameSender {
    private static final int ETHERNET = 14;
    private static final int HEADER = 20;
    private static final int DESTINATION = 16;
    private static final int ADDRESS_BYTES = 16;
    private static final int MAX_PACKET_BYTES = 1 << 16;

    private final Memory buffer = new Memory(MAX_PACKET_BYTES);
    private final Memory address = new Memory(ADDRESS_BYTES);
    private final int fd;

    /** Must be called inside the namespace. */
    RawIpSocket() {
        try (Memory on = new Memory(4)) {
            fd = Libc.socket(Libc.AF_INET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.IPPROTO_RAW);
            on.setInt(0, 1);
            Libc.setsockopt(fd, Libc.SOL_SOCKET, Libc.SO_BROADCAST, on, 4);
        } catch (LastErrorException e) {
            throw new KernelException("cannot open a raw socket", e);
        }
    }

    /** Sends the packet behind the room for an Ethernet header, to the destination in its header. */
    @Override
    public Refusal send(byte[] frame) {
        int bytes = Math.max(0, frame.length - ETHERNET);
        buffer.write(0, frame, Math.min(ETHERNET, frame.length), bytes);
        address.clear();
        address.setShort(0, (short) Libc.AF_INET);
        if (bytes >= DESTINATION + 4) {
            address.write(4, frame, ETHERNET + DESTINATION, 4);
        }
        try {
            Libc.sendto(fd, buffer, bytes, 0, address, ADDRESS_BYTES);
            return Refusal.NONE;
        } catch (LastErrorException e) {
            return switch (e.getErrorCode()) {
                // The OUTPUT chain dropped it: the socket did its part.
                case Libc.EPERM -> Refusal.NONE;
                case Libc.ENETUNREACH, Libc.EHOSTUNREACH, Libc.EACCES -> Refusal.NO_ROUTE;
                case Libc.EINVAL -> holdsItsHeader(bytes) ? Refusal.NO_ROUTE : Refusal.RUNT;
                default -> Refusal.of(e.getErrorCode());
            };
        }
    }

    /** If so, {@code EINVAL} tells of a blackhole. */
    private boolean holdsItsHeader(int bytes) {
        int header = (buffer.getByte(0) & 0xf) * 4;
        return header >= HEADER && header <= bytes;
    }

    @Override
    public void close() {
        Libc.close(fd);
        buffer.close();
        address.close();
    }
}
