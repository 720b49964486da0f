package io.ringway.nat;

/** What routing says about an address ({@code RTN_*} of rtnetlink.h), as {@code -m addrtype} asks for it. */
public enum AddressType {
    UNSPEC,
    UNICAST,
    LOCAL,
    BROADCAST,
    ANYCAST,
    MULTICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW
}
