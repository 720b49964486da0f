package io.ringway.packet.planted;

import io.ringway.nat.Hook;

/** Breaks the arrows on purpose: {@code ArchitectureTest} must notice. */
public final class UpwardArrow {
    public Hook hook() {
        return Hook.PREROUTING;
    }
}
