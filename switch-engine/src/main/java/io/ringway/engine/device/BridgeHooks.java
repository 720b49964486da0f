package io.ringway.engine.device;

import io.ringway.packet.Frame;

/**
 * The rules of a bridge's own namespace, where {@code br_netfilter} has them see what the bridge forwards
 * ({@code br_netfilter_hooks.c}). Every method but {@link #see} takes the frame.
 */
public interface BridgeHooks {
    /** Whether PREROUTING sees a frame that came in by a port. */
    boolean see(Bridge bridge, Frame frame);

    /** PREROUTING; what passes goes to {@link Bridge#decide}, or wherever its new destination is. */
    void prerouting(BridgePort from, Frame frame);

    /** FORWARD and POSTROUTING of a frame that PREROUTING saw; what passes leaves by the port. */
    void forward(Bridge bridge, BridgePort to, Frame frame);

    /**
     * A frame that PREROUTING saw goes up.
     *
     * @param promiscuous whether only because the bridge takes everything
     * @return false when it is dropped
     */
    boolean passUp(Frame frame, boolean promiscuous);
}
