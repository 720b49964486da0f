package io.ringway.conformance.kernel;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.LiveInterface;
import io.ringway.pcap.LiveSettings;
import java.io.IOException;

/**
 * Sends whole frames by one interface through libpcap, at the cost of a plain packet socket (2.2 and 2.3 us a frame,
 * measured). Opening needs the interface up. Refusals come as the words of {@code strerror(3)}, in English: see
 * {@link ThrowAwayWorld}.
 */
final class PcapSender implements FrameSender {
    /** What the handle captures is never read: little of it need fit. */
    private static final LiveSettings SETTINGS = LiveSettings.DEFAULT
            .withBufferBytes(1 << 16)
            .withSnaplenBytes(64)
            .withImmediate(true)
            .withPromiscuous(false);

    private final FramePool pool = new FramePool();
    private final LiveInterface live;

    private PcapSender(LiveInterface live) {
        this.live = live;
    }

    /** Must be called inside the interface's namespace. */
    static PcapSender open(String device) throws IOException {
        return new PcapSender(LiveInterface.open(device, SETTINGS));
    }

    /** An interface that went down and came up again leaves one error behind ({@code sock_alloc_send_pskb()}). */
    @Override
    public Refusal send(byte[] frame) {
        Refusal refusal = sendOnce(frame);
        return refusal == Refusal.DOWN ? sendOnce(frame) : refusal;
    }

    private Refusal sendOnce(byte[] bytes) {
        if (bytes.length == 0) {
            // libpcap does not even ask; a packet socket of our own is refused as for any runt.
            return Refusal.RUNT;
        }
        Frame frame = pool.allocate(bytes.length);
        try {
            frame.put(0, bytes);
            live.inject(frame);
            return Refusal.NONE;
        } catch (IOException e) {
            return refusal(e);
        } finally {
            frame.free();
        }
    }

    private static Refusal refusal(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("Message too long")) {
            return Refusal.OVER_MTU;
        }
        if (words.contains("Invalid argument")) {
            return Refusal.RUNT;
        }
        if (words.contains("Network is down")) {
            return Refusal.DOWN;
        }
        if (words.contains("No buffer space")) {
            return Refusal.NONE;
        }
        throw new KernelException("a frame could not be sent", e);
    }

    @Override
    public void close() {
        live.close();
    }
}
