package io.ringway.engine.vxlan;

import io.ringway.engine.device.Device;

/**
 * What {@code ip link add … type vxlan} says ({@code struct vxlan_config}).
 *
 * @param remote where frames for unknown addresses go, a host or a group; 0 for nowhere
 * @param local source address of what is sent, 0 to let the route decide
 * @param lower the device that {@code remote} is reached by, null for any
 * @param sourcePortLow first UDP source port; with {@code sourcePortHigh} not above it, the namespace's local range
 * @param sourcePortHigh first UDP source port that is not used any more
 * @param ttl 0 for the namespace's default
 * @param tos 1 to inherit that of the packet inside
 * @param ageingSeconds 0 for never
 * @param maxAddresses entries of the forwarding database, 0 for no limit
 */
public record VxlanConfig(
        int vni,
        int remote,
        int local,
        Device lower,
        int port,
        int sourcePortLow,
        int sourcePortHigh,
        int ttl,
        boolean ttlInherited,
        int tos,
        DontFragment dontFragment,
        boolean learning,
        int ageingSeconds,
        int maxAddresses,
        boolean udpChecksum,
        boolean l2miss,
        boolean l3miss) {
    /** What the kernel takes where nothing was said: not the 4789 of RFC 7348. */
    public static final int DEFAULT_PORT = 8472;

    public static final int DEFAULT_AGEING_SECONDS = 300;

    /** Inherits the TOS of the packet inside. */
    public static final int TOS_INHERITED = 1;

    /** The DF bit of what is sent ({@code enum ifla_vxlan_df}). */
    public enum DontFragment {
        UNSET,
        SET,
        INHERIT
    }
}
