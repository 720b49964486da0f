package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;

/** Told of every step of every frame while tracing is on; the frame must only be looked at. */
public interface Trace {
    /**
     * @param namespace the namespace's name
     * @param where the device or the place in the stack
     * @param what one short phrase, in the field's words
     */
    void hop(Frame frame, String namespace, String where, String what);

    /** A rule or a policy decided. {@code number} counts from 1 within the chain, 0 for the policy. */
    void rule(Frame frame, String namespace, String table, String chain, int number, String text, String verdict);

    /** NAT rewrote a field. */
    void rewritten(Frame frame, String namespace, String where, String field, String before, String after);

    void dropped(Frame frame, String namespace, String where, DropReason reason);

    /** A frame went round until its instant's budget was spent; {@code cycle} names the devices in order. */
    default void storm(Frame frame, String namespace, String where, String cycle) {
        dropped(frame, namespace, where, DropReason.STORM);
    }
}
