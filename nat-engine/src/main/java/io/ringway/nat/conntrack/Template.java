package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/**
 * What a rule leaves with packets that are to be tracked in a zone: until they are, rules take it for their connection, confirmed and
 * of no addresses ({@code nf_conntrack_core.c:nf_ct_tmpl_alloc()}, {@code xt_CT.c:xt_ct_tg_check()}).
 */
public final class Template {
    private Template() {}

    /** One of a rule's own, for rules behind it may mark it; a zone that is a packet's mark is none here. */
    public static Connection of(int zone) {
        long rest = Tuple.withZone(0, zone);
        Connection template = new Connection(0, rest, 0, rest);
        template.status = Connection.CONFIRMED;
        return template;
    }

    /** @param zone as {@link TrackingZone} codes it */
    public static void leave(Frame frame, Connection template, int zone) {
        frame.setConnection(template, ConnectionInfo.NEW);
        frame.setTrackingZone(TrackingZone.template(zone));
    }

    /** Whether what the packet has for a connection is but a template. */
    public static boolean isOn(Frame frame) {
        return frame.trackingZone() != 0;
    }

    /** Whether it is known already how the packet is tracked ({@code skb->_nfct}). */
    public static boolean isNeedless(Frame frame) {
        return frame.connection() != null || frame.connectionInfo() == ConnectionInfo.UNTRACKED;
    }
}
