package io.ringway.engine.core;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;

/** Told of every frame that is dropped somewhere, while it can still be looked at. */
public interface DropWatch {
    /**
     * @param namespace the namespace's name
     * @param where the device or the place in the stack
     */
    void dropped(Frame frame, String namespace, String where, DropReason reason);
}
