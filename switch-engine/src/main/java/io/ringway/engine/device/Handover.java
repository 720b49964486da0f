package io.ringway.engine.device;

/** What the sender of a frame hears of it ({@code net/core/dev.c:__dev_queue_xmit()}); most drivers say that all is well. */
public enum Handover {
    /** It is on its way, or dropped without a word. */
    TAKEN,
    /** Dropped by a queue that takes nothing: a failure only to who has more to send ({@code NET_XMIT_CN}). */
    CONGESTED,
    /** Dropped, and the sender is told so ({@code NET_XMIT_DROP}). */
    REFUSED
}
