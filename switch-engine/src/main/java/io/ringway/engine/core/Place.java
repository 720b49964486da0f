package io.ringway.engine.core;

/** Where a queued frame arrives, by the names that a user knows. */
public interface Place {
    /** Name of the namespace. */
    String namespace();

    /** Name of the device, behind that of its bridge if it has one: {@code br0:va}. */
    String place();
}
