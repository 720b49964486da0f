package io.ringway.engine.device;

import io.ringway.packet.Frame;

/** An observer at a device, where a packet socket would stand; it must not keep or change the frame. */
@FunctionalInterface
public interface Tap {
    /**
     * @param outgoing true for {@code PACKET_OUTGOING}: the device is about to send it
     */
    void seen(Frame frame, boolean outgoing);
}
