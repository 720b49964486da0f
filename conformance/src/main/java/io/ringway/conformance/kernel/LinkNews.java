package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.util.Collection;

/**
 * Brings the news of carriers at once. The kernel brings those that can wait once a second for all namespaces of the
 * machine together, so that nobody in one of them can say when ({@code link_watch.c:linkwatch_nextevent}); but whoever asks
 * for a device's link has its news brought first ({@code ethtool/ioctl.c:ethtool_op_get_link()}).
 */
final class LinkNews {
    /** A device, what stands on it, and what stands on that: each has news only once the one below had its own. */
    private static final int LEVELS = 3;

    private static final int NAME_BYTES = 16;
    private static final int IFREQ_BYTES = 40;
    private static final int ETHTOOL_GLINK = 0x0a;

    private LinkNews() {}

    static void bring(Collection<NetworkNamespace> namespaces) {
        for (int level = 0; level < LEVELS; level++) {
            for (NetworkNamespace namespace : namespaces) {
                namespace.inside(() -> {
                    askForAll();
                    return null;
                });
            }
        }
    }

    private static void askForAll() {
        int fd = Libc.socket(Libc.AF_INET, Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC, 0);
        try (Memory request = new Memory(IFREQ_BYTES);
                Memory question = new Memory(8)) {
            for (String name : KernelLab.interfaces().values()) {
                request.clear();
                request.setString(0, name);
                request.setPointer(NAME_BYTES, question);
                question.setInt(0, ETHTOOL_GLINK);
                ask(fd, request);
            }
        } finally {
            Libc.close(fd);
        }
    }

    private static void ask(int fd, Memory request) {
        try {
            Libc.ioctl(fd, Libc.SIOCETHTOOL, request);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != Libc.EOPNOTSUPP) {
                throw new KernelException("cannot ask for the link of " + request.getString(0), e);
            }
        }
    }
}
