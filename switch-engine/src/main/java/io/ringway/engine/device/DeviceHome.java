package io.ringway.engine.device;

/** The namespace that a device is in, as far as devices know it. */
public interface DeviceHome {
    /** Null when no device there has that number. */
    Device device(int ifindex);

    /** Brings a device up or down with all that depends on it, its routes for instance. */
    void setUp(Device device, boolean up);

    /** One more of IPv4's groups for the device. */
    void join(Device device, int group);

    void leave(Device device, int group);
}
