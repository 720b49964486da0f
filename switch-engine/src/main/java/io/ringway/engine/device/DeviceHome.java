package io.ringway.engine.device;

/** The namespace that a device is in, as far as devices know it. */
public interface DeviceHome {
    /** Null when no device there has that number. */
    Device device(int ifindex);

    /** Brings a device up or down with all that depends on it, its routes for instance. */
    void setUp(Device device, boolean up);
}
