package io.ringway.packet;

/**
 * One step of the pipeline: a veth end, a bridge, a netfilter hook, a routing decision, a capture tap.
 *
 * <p>A stage passes the frame on, drops it with a {@link DropReason}, or holds it, and does exactly one of the three
 * exactly once. Whether "passed on" is a plain call or an offer to the next stage's ring is the executor's business.
 */
@FunctionalInterface
public interface Stage {
    /** Takes ownership of the frame: the caller must not touch it again. Never throws for what the frame holds. */
    void receive(Frame frame);
}
