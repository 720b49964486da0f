package io.ringway.conformance.compare;

import io.ringway.packet.Frame;
import io.ringway.packet.FrameHistory;

/**
 * A frame seen at an interface, on either side.
 *
 * @param bytes from the Ethernet header on
 * @param outgoing whether the interface was about to send it
 * @param originated whether the side itself made the packet; only the model can tell
 * @param innerOriginated whether it made the packet inside a tunnel's
 * @param deferred whether it waited for a work queue; only the model can tell
 * @param timeNs of the run's own clock in the model, since 1970 on the kernel
 */
public record Sighting(
        byte[] bytes, boolean outgoing, boolean originated, boolean innerOriginated, boolean deferred, long timeNs) {
    /** Of a frame with nothing inside, that waited for nothing. */
    public Sighting(byte[] bytes, boolean outgoing, boolean originated, long timeNs) {
        this(bytes, outgoing, originated, false, false, timeNs);
    }

    /** Of the model's frame, as it is now. */
    public static Sighting of(Frame frame, boolean outgoing, long timeNs) {
        FrameHistory history = frame.history();
        return new Sighting(
                frame.toBytes(),
                outgoing,
                history.originated(),
                history.innerOriginated(),
                history.isDeferred(),
                timeNs);
    }
}
