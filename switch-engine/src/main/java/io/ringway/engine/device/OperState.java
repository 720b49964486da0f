package io.ringway.engine.device;

/** The operational state of a device that is up (RFC 2863 §3.1.14), by the names that {@code ip link} prints. */
public enum OperState {
    UNKNOWN,
    DOWN,
    LOWERLAYERDOWN,
    UP
}
