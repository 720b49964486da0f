package io.ringway.nat.conntrack;

/**
 * What a NAT target asks for ({@code struct nf_nat_range2}): addresses and ports, both ends inclusive.
 *
 * @param mapsAddress whether {@code minAddress..maxAddress} is given ({@code NF_NAT_RANGE_MAP_IPS})
 * @param mapsPort whether {@code minPort..maxPort} is given ({@code NF_NAT_RANGE_PROTO_SPECIFIED}); for ICMP the ids
 * @param random {@code --random} or {@code --random-fully}
 * @param persistent {@code --persistent}: the address depends on the source alone
 * @param basePort of {@code --to-destination address:min-max/base}: the port keeps its distance from it
 *     ({@code NF_NAT_RANGE_PROTO_OFFSET}); {@link #NO_BASE} without
 */
public record NatRange(
        boolean mapsAddress,
        int minAddress,
        int maxAddress,
        boolean mapsPort,
        int minPort,
        int maxPort,
        boolean random,
        boolean persistent,
        int basePort) {
    public static final int NO_BASE = -1;

    /** A range without a base port. */
    public NatRange(
            boolean mapsAddress,
            int minAddress,
            int maxAddress,
            boolean mapsPort,
            int minPort,
            int maxPort,
            boolean random,
            boolean persistent) {
        this(mapsAddress, minAddress, maxAddress, mapsPort, minPort, maxPort, random, persistent, NO_BASE);
    }

    /** A single address, ports left to the kernel's choice: what MASQUERADE without options asks for. */
    public static NatRange ofAddress(int address) {
        return new NatRange(true, address, address, false, 0, 0, false, false);
    }
}
