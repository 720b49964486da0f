package io.ringway.replay.request;

/** What becomes of captured frames that stand for several segments, which a device was to cut or had joined. */
public enum Gso {
    /** They go as they are, as the kernel passes such a frame on; each segment has to fit every MTU. */
    KEEP,
    /** TCP segments are cut to the MTU that they enter by, as the kernel's own software cuts them. */
    SPLIT
}
