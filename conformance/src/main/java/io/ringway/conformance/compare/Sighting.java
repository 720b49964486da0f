package io.ringway.conformance.compare;

/**
 * A frame seen at an interface, on either side.
 *
 * @param bytes from the Ethernet header on
 * @param outgoing whether the interface was about to send it
 * @param originated whether the side itself made the packet; only the model can tell
 * @param innerOriginated whether it made the packet inside a tunnel's
 * @param timeNs of the run's own clock in the model, since 1970 on the kernel
 */
public record Sighting(byte[] bytes, boolean outgoing, boolean originated, boolean innerOriginated, long timeNs) {
    /** Of a frame with nothing inside. */
    public Sighting(byte[] bytes, boolean outgoing, boolean originated, long timeNs) {
        this(bytes, outgoing, originated, false, timeNs);
    }
}
