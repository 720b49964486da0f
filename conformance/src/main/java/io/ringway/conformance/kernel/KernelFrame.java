package io.ringway.conformance.kernel;

/**
 * A frame that a packet socket saw.
 *
 * @param bytes from the Ethernet header on, without a frame check sequence
 * @param outgoing whether the interface was about to send it ({@code PACKET_OUTGOING})
 * @param timeNs since 1970, when the kernel saw it
 */
public record KernelFrame(byte[] bytes, boolean outgoing, long timeNs) {}
