package io.ringway.engine.ipv4;

import io.ringway.packet.Ipv4Prefix;

/**
 * An address of an interface ({@code struct in_ifaddr}).
 *
 * @param broadcast the configured broadcast address, 0 for none
 * @param scope {@link Scope} as a number
 * @param secondary whether an earlier address of the same subnet is the primary one
 */
public record InterfaceAddress(Ipv4Prefix prefix, int broadcast, int scope, boolean secondary, String label) {}
