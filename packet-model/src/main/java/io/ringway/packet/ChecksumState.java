package io.ringway.packet;

/** What the kernel knows of a packet's transport checksum beside its bytes, which are complete here from the beginning. */
public enum ChecksumState {
    /** Nothing ({@code CHECKSUM_NONE}). */
    NONE,

    /** Only the pseudo header's sum is in the header yet, the rest is left to the device ({@code CHECKSUM_PARTIAL}). */
    PARTIAL,

    /** The sum over the bytes is what was left of a larger one, where nothing but zeros is all ones ({@code CHECKSUM_COMPLETE}). */
    COMPLETE,

    /** Nothing but that a tunnel found it right, or had nothing to find ({@code csum_valid} beside {@code CHECKSUM_NONE}). */
    VALID,

    /** Taken for right without a look ({@code CHECKSUM_UNNECESSARY}). */
    UNNECESSARY
}
