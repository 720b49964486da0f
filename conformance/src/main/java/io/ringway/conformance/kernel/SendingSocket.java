package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/**
 * A packet socket that sends whole frames by one interface and receives none ({@code packet(7)}): for interfaces that
 * {@link PcapSender} cannot open, such as one that is down before the first frame.
 */
final class SendingSocket implements FrameSender {
    private static final int MAX_FRAME_BYTES = 1 << 17;

    private final Memory buffer = new Memory(MAX_FRAME_BYTES);
    private final int fd;

    /** Must be called inside the interface's namespace. */
    SendingSocket(int ifindex) {
        fd = PacketAddress.newSocket();
        PacketAddress.bind(fd, ifindex, 0);
    }

    /**
     * Sends one frame; all that the kernel does with it in the same breath (veth's backlog runs as a softirq on this
     * very CPU) is done when the call returns.
     *
     * @return how {@code af_packet.c:packet_snd()} refused the frame
     */
    @Override
    public Refusal send(byte[] frame) {
        buffer.write(0, frame, 0, frame.length);
        try {
            Libc.send(fd, buffer, frame.length, 0);
            return Refusal.NONE;
        } catch (LastErrorException e) {
            return Refusal.of(e.getErrorCode());
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
        buffer.close();
    }
}
