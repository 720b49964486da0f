package io.ringway.packet;

/** Told once what became of a packet on its way out: what the kernel learns from {@code ip_local_out()}. */
public interface TransmitOutcome {
    /** It reached a neighbour's queue or a device. */
    void sent(Frame frame);

    /** The stack dropped it on the way there. */
    void refused(Frame frame, DropReason reason);

    /** Tells who waits for it, if anybody does, that the packet is on its way. */
    static void tellSent(Frame frame) {
        TransmitOutcome told = frame.outcome();
        if (told != null) {
            frame.setOutcome(null);
            told.sent(frame);
        }
    }

    /** Tells who waits for it, if anybody does, that the packet was not taken. */
    static void tellRefused(Frame frame, DropReason reason) {
        TransmitOutcome told = frame.outcome();
        if (told != null) {
            frame.setOutcome(null);
            told.refused(frame, reason);
        }
    }

    /** Rules changed what its way depends on, and now there is none ({@code NF_DROP_ERR()}); it is refused next. */
    default void lostItsWay() {}
}
