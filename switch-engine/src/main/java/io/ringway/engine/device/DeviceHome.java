package io.ringway.engine.device;

import io.ringway.packet.Frame;

/** The namespace that a device is in, as far as devices know it. */
public interface DeviceHome {
    /** Null when no device there has that number. */
    Device device(int ifindex);

    /** Brings a device up or down with all that depends on it, its routes for instance. */
    void setUp(Device device, boolean up);

    /** One more of IPv4's groups for the device. */
    void join(Device device, int group);

    void leave(Device device, int group);

    /**
     * Routes a packet out by the device, as one that the namespace made itself.
     *
     * @return false when there is no way; the frame is still the caller's then
     */
    boolean sendBy(Frame frame, Device out);

    /** Whether a packet that came in there would be for the namespace itself. */
    boolean isForItself(Device in, int source, int destination);

    /** What has rules see bridged packets. */
    BridgeHooks bridgeHooks();

    /** A packet for the namespace itself that another namespace's INPUT let pass. */
    void deliverUp(Frame frame, Device in);
}
