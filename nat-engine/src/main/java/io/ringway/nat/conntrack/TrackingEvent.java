package io.ringway.nat.conntrack;

/** What can happen to a connection, as bits ({@code enum ip_conntrack_events}). */
public final class TrackingEvent {
    public static final int NEW = 1;
    public static final int RELATED = 1 << 1;
    public static final int DESTROY = 1 << 2;
    public static final int REPLY = 1 << 3;
    public static final int ASSURED = 1 << 4;
    public static final int PROTOCOL = 1 << 5;
    public static final int MARK = 1 << 7;

    private TrackingEvent() {}
}
