package io.ringway.nat.conntrack;

/** Hears what happens to connections, as a program that joined ctnetlink's groups does. */
@FunctionalInterface
public interface TrackingListener {
    /**
     * @param events bits of {@link TrackingEvent}
     * @param byTool whether a command did it, not a packet or the passing of time
     */
    void heard(int events, FlowMessage flow, boolean byTool);
}
