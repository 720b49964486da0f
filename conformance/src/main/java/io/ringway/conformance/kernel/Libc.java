package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The system calls that Java lacks, by their own names; each throws {@link LastErrorException} where the call fails.
 * Structures are laid out for 64-bit Linux.
 */
final class Libc {
    static final int AF_PACKET = 17;
    static final int AF_INET = 2;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int IPPROTO_RAW = 255;
    static final int SOL_SOCKET = 1;
    static final int SO_ERROR = 4;
    static final int SO_BROADCAST = 6;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_PACKET = 263;
    static final int PACKET_ADD_MEMBERSHIP = 1;
    static final int PACKET_RX_RING = 5;
    static final int PACKET_STATISTICS = 6;
    static final int PACKET_VERSION = 10;
    static final int TPACKET_V2 = 1;
    static final int PACKET_MR_PROMISC = 1;
    static final int CLONE_NEWNET = 0x40000000;
    static final int CLONE_NEWNS = 0x20000;
    static final int O_RDONLY = 0;
    static final int O_RDWR = 2;
    static final int O_CLOEXEC = 0x80000;
    static final int PROT_READ_WRITE = 3;
    static final int MAP_SHARED = 1;
    static final long SIOCGIFMTU = 0x8921;
    static final long SIOCETHTOOL = 0x8946;
    static final long TUNSETIFF = 0x400454caL;
    static final short POLLIN = 1;
    static final short POLLERR = 8;
    static final int EPERM = 1;
    static final int EACCES = 13;
    static final int EIO = 5;
    static final int EINVAL = 22;
    static final int EMSGSIZE = 90;
    static final int EOPNOTSUPP = 95;
    static final int ENETDOWN = 100;
    static final int ENOBUFS = 105;
    static final int ENETUNREACH = 101;
    static final int EHOSTUNREACH = 113;

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int fd) throws LastErrorException;

    static native int setns(int fd, int type) throws LastErrorException;

    static native int unshare(int flags) throws LastErrorException;

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    static native int bind(int fd, Pointer address, int addressBytes) throws LastErrorException;

    static native int setsockopt(int fd, int level, int option, Pointer value, int valueBytes)
            throws LastErrorException;

    static native int getsockopt(int fd, int level, int option, Pointer value, Pointer valueBytes)
            throws LastErrorException;

    static native long send(int fd, Pointer bytes, long length, int flags) throws LastErrorException;

    static native long sendto(int fd, Pointer bytes, long length, int flags, Pointer address, int addressBytes)
            throws LastErrorException;

    static native long read(int fd, Pointer bytes, long length) throws LastErrorException;

    static native long write(int fd, Pointer bytes, long length) throws LastErrorException;

    static native Pointer mmap(Pointer address, long length, int protection, int flags, int fd, long offset)
            throws LastErrorException;

    static native int munmap(Pointer address, long length) throws LastErrorException;

    static native int ioctl(int fd, long request, Pointer argument) throws LastErrorException;

    static native int ppoll(Pointer fds, long count, Pointer timeout, Pointer signals) throws LastErrorException;

    /** 0 where there is no such interface. */
    static native int if_nametoindex(String name);

    /** An array of {@code struct if_nameindex}, ended by index 0. */
    static native Pointer if_nameindex() throws LastErrorException;

    static native void if_freenameindex(Pointer array);
}
