package io.ringway.conformance.random;

import io.ringway.packet.Ipv4Address;

/**
 * An interface with an IPv4 address.
 *
 * @param segment number of the segment that it is on
 */
record Port(String namespace, String device, long mac, int address, int prefixLength, int segment) {
    String where() {
        return namespace + ":" + device;
    }

    boolean isNear(int other) {
        return ((address ^ other) & Ipv4Address.mask(prefixLength)) == 0;
    }

    String cidr() {
        return Ipv4Address.format(address) + "/" + prefixLength;
    }
}
