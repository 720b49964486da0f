package io.ringway.packet;

/** Told once what became of a packet on its way out: what the kernel learns from {@code ip_local_out()}. */
public interface TransmitOutcome {
    /** It reached a neighbour's queue or a device. */
    void sent(Frame frame);

    /** The stack dropped it on the way there. */
    void refused(Frame frame, DropReason reason);
}
