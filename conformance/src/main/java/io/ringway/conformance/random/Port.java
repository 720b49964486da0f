package io.ringway.conformance.random;

import io.ringway.packet.Ipv4Address;

/**
 * An interface with an IPv4 address.
 *
 * @param segment number of the segment that it is on
 * @param outside whether it is that of a host beyond the namespace's tap
 */
record Port(String namespace, String device, long mac, int address, int prefixLength, int segment, boolean outside) {
    /** By a tap, frames come in from outside. */
    String where() {
        return namespace + ":" + device + (isOutside() ? SentFrame.FROM_OUTSIDE : "");
    }

    /** Whether the host is behind the interface, rather than in the namespace. */
    boolean isOutside() {
        return outside;
    }

    boolean isNear(int other) {
        return ((address ^ other) & Ipv4Address.mask(prefixLength)) == 0;
    }

    String cidr() {
        return Ipv4Address.format(address) + "/" + prefixLength;
    }
}
