package io.ringway.conformance.compare;

import java.util.List;

/** All rules; docs/fidelity.md lists the same. */
public final class Rules {
    private Rules() {}

    public static List<FrameRule> forFrames() {
        return List.of(new IpIdSymbols());
    }

    public static List<StateRule> forState() {
        return List.of(new TimeoutTolerance(), new UseCount(), new DeviceFilters());
    }
}
