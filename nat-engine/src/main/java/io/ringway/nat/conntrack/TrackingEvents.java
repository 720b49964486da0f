package io.ringway.nat.conntrack;

import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of what happens to connections ({@code nf_conntrack_ecache.c}). Only connections that began while somebody listened are told of
 * ({@code nf_conntrack_events=2}, the kernel's default), or all, or none.
 */
public final class TrackingEvents {
    private static final int ALWAYS = 1;
    private static final int WHILE_HEARD = 2;

    private final List<TrackingListener> listeners = new ArrayList<>();
    private final NamespaceView view;
    private final Settings settings;
    private boolean byTool;

    TrackingEvents(NamespaceView view, Settings settings) {
        this.view = view;
        this.settings = settings;
    }

    public void add(TrackingListener listener) {
        listeners.add(listener);
    }

    public void remove(TrackingListener listener) {
        listeners.remove(listener);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Has a new connection keep what the settings want, what happens to it among that ({@code nf_ct_ecache_ext_add()}). */
    void extend(Connection connection) {
        connection.extend(settings);
        boolean keeps = settings.events == ALWAYS || (settings.events == WHILE_HEARD && isHeard());
        connection.events = keeps ? 0 : Connection.NO_EVENTS;
    }

    /** Tells of what has gathered with the packet's connection ({@code nf_ct_deliver_cached_events()}); always true. */
    boolean deliver(Frame frame) {
        Connection connection = (Connection) frame.connection();
        int events = connection == null ? 0 : connection.events;
        if (events > 0) {
            connection.events = 0;
            if (connection.has(Connection.CONFIRMED) && !connection.has(Connection.DYING)) {
                tell(connection, events);
            }
        }
        return true;
    }

    /** Tells at once of something, if this connection is told of at all. */
    void report(Connection connection, int events) {
        if (connection.events != Connection.NO_EVENTS && connection.has(Connection.CONFIRMED)) {
            tell(connection, events);
        }
    }

    /** Until further notice, what happens is done by a command. */
    void byTool(boolean does) {
        byTool = does;
    }

    private void tell(Connection connection, int events) {
        if (listeners.isEmpty()) {
            return;
        }
        FlowMessage flow = FlowDump.event(connection, view.nowNs(), events);
        for (TrackingListener listener : List.copyOf(listeners)) {
            listener.heard(events, flow, byTool);
        }
    }

    /** The connection is gone from its table. */
    void end(Connection connection) {
        if (connection.startedNs >= 0) {
            connection.stoppedNs = view.wallNs();
        }
        report(connection, TrackingEvent.DESTROY);
    }
}
