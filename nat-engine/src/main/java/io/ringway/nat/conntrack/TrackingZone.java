package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/**
 * Zones keep apart connections whose tuples look alike ({@code nf_conntrack_zones.h}). How a rule wants a packet tracked
 * is one number, 0 for no wish:
 *
 * <pre>
 *   31        23..20  18       17     16        15..0
 *   template  helper  by mark  reply  original  zone
 * </pre>
 *
 * Without either direction, the zone counts for both. In a tuple it stands above the ports: see {@link Tuple}.
 */
public final class TrackingZone {
    public static final int ORIGINAL = 1 << 16;
    public static final int REPLY = 1 << 17;
    public static final int BY_MARK = 1 << 18;
    private static final int TEMPLATE = 1 << 31;
    private static final int HELPER_SHIFT = 20;
    private static final int HELPER_BITS = 0xf << HELPER_SHIFT;
    private static final int ID = 0xffff;

    private TrackingZone() {}

    /** Not 0, whatever zone it is. */
    public static int template(int zone) {
        return zone | TEMPLATE;
    }

    /** The same with a helper for the connections that begin so, null for none. */
    public static int withHelper(int zone, Helper helper) {
        int number = helper == null ? 0 : helper.ordinal() + 1;
        return (zone & ~HELPER_BITS) | number << HELPER_SHIFT;
    }

    static Helper helper(int zone) {
        int number = (zone & HELPER_BITS) >>> HELPER_SHIFT;
        return number == 0 ? null : Helper.of(number - 1);
    }

    /** The zone's number, whichever way it counts. */
    static int number(int zone) {
        return zone & ID;
    }

    /** Whether the zone counts for one direction only. */
    public static boolean isOneWay(int zone) {
        int directions = zone & (ORIGINAL | REPLY);
        return directions != 0 && directions != (ORIGINAL | REPLY);
    }

    /** The wish of a packet, with the number that its mark stands for ({@code nf_ct_zone_tmpl()}). */
    static int of(Frame frame) {
        int zone = frame.trackingZone();
        return (zone & BY_MARK) == 0 ? zone : (zone & ~ID) | (frame.mark() & ID);
    }

    /** The zone of tuples of one direction ({@code nf_ct_zone_id()}). */
    static int id(int zone, boolean reply) {
        boolean counts = !isOneWay(zone) || (zone & (reply ? REPLY : ORIGINAL)) != 0;
        return counts ? zone & ID : 0;
    }
}
