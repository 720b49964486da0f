package io.ringway.conformance.kernel;

import com.sun.jna.Memory;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A packet socket at every interface that is watched, read by one thread. */
public final class KernelTaps implements AutoCloseable {
    private static final int POLLFD_BYTES = 8;

    private final List<InterfaceName> names = new ArrayList<>();
    private final List<PacketSocket> sockets = new ArrayList<>();
    private final BiConsumer<InterfaceName, KernelFrame> sink;
    private final Memory timeout = new Memory(16);
    private Memory polled;

    /** @param sink told of every frame, each interface's in their order */
    public KernelTaps(BiConsumer<InterfaceName, KernelFrame> sink) {
        this.sink = sink;
    }

    /** Starts watching an interface. */
    public void add(KernelLab lab, InterfaceName name, boolean promiscuous) {
        sockets.add(lab.namespace(name.namespace())
                .inside(() -> new PacketSocket(name.device(), KernelLab.ifindex(name), promiscuous)));
        names.add(name);
        if (polled != null) {
            polled.close();
        }
        polled = new Memory((long) POLLFD_BYTES * sockets.size());
    }

    /**
     * Hands over all frames that are there, waiting for the first one if there is none.
     *
     * @param waitNs how long at most; 0 not to wait
     * @return how many there were
     */
    public int drain(long waitNs) {
        if (sockets.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < sockets.size(); i++) {
            polled.setInt((long) POLLFD_BYTES * i, sockets.get(i).fd());
            polled.setInt((long) POLLFD_BYTES * i + 4, Libc.POLLIN);
        }
        timeout.setLong(0, waitNs / 1_000_000_000L);
        timeout.setLong(8, waitNs % 1_000_000_000L);
        if (Libc.ppoll(polled, sockets.size(), timeout, null) == 0) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < sockets.size(); i++) {
            short events = polled.getShort((long) POLLFD_BYTES * i + 6);
            if ((events & Libc.POLLERR) != 0) {
                sockets.get(i).forgetError();
            }
            if (events != 0) {
                count += drain(names.get(i), sockets.get(i));
            }
        }
        return count;
    }

    private int drain(InterfaceName name, PacketSocket socket) {
        int count = 0;
        for (KernelFrame frame = socket.receive(); frame != null; frame = socket.receive()) {
            sink.accept(name, frame);
            count++;
        }
        return count;
    }

    /** @throws KernelException when a socket could not take all that its interface saw: the run is worth nothing */
    public void checkComplete() {
        for (int i = 0; i < sockets.size(); i++) {
            int drops = sockets.get(i).drops();
            if (drops > 0) {
                throw new KernelException("the capture at " + names.get(i) + " lost " + drops + " frames");
            }
        }
    }

    @Override
    public void close() {
        sockets.forEach(PacketSocket::close);
        timeout.close();
        if (polled != null) {
            polled.close();
        }
    }
}
