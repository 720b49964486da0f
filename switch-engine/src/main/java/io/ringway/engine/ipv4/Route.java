package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;

/**
 * One route ({@code struct fib_alias} with its nexthop).
 *
 * @param destination host bits zero; 0.0.0.0/0 is the default route
 * @param device null for blackhole, unreachable and prohibit
 * @param gateway 0 when the destination is on the link
 * @param preferredSource 0 to let the interface's addresses decide
 * @param protocol as {@code ip route} names it: kernel, boot, static
 */
public record Route(
        Ipv4Prefix destination,
        AddressType type,
        Device device,
        int gateway,
        int preferredSource,
        int scope,
        int metric,
        String protocol) {

    /** The neighbour to ask for on the way to {@code address}. */
    public int nextHop(int address) {
        return gateway != 0 ? gateway : address;
    }
}
