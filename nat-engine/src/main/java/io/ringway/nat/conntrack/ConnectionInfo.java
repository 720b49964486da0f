package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/** How a packet stands to its connection ({@code enum ip_conntrack_info}); kept in the frame beside the connection. */
public final class ConnectionInfo {
    public static final byte ESTABLISHED = 0;
    public static final byte RELATED = 1;
    public static final byte NEW = 2;
    public static final byte ESTABLISHED_REPLY = 3;
    public static final byte RELATED_REPLY = 4;

    /** With no connection beside it: exempted from tracking by a rule ({@code IP_CT_UNTRACKED}). */
    public static final byte UNTRACKED = 7;

    private ConnectionInfo() {}

    /** Whether the packet travels against the direction of the connection's first one ({@code CTINFO2DIR}). */
    public static boolean isReply(byte info) {
        return info >= ESTABLISHED_REPLY;
    }

    /** Whether a rule exempted this packet from tracking, as opposed to a packet that tracking found INVALID. */
    public static boolean isUntracked(Frame frame) {
        return frame.connection() == null && frame.connectionInfo() == UNTRACKED;
    }
}
