package io.ringway.engine.device;

import io.ringway.packet.Frame;
import java.util.Arrays;

/** The observers of one device, in the order in which they came. */
final class Taps {
    private final Device device;
    private Tap[] all = {};
    private boolean observed = true;

    Taps(Device device) {
        this.device = device;
    }

    void add(Tap tap) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = tap;
    }

    boolean any() {
        return all.length > 0;
    }

    void setObserved(boolean observed) {
        this.observed = observed;
    }

    /** Shows the frame to all, then to the trace. */
    void show(Frame frame, boolean outgoing) {
        if (observed) {
            for (Tap tap : all) {
                tap.seen(frame, outgoing);
            }
        }
        if (device.kernel.trace() != null) {
            device.kernel.trace().hop(frame, device.namespace(), device.name(), outgoing ? "out" : "in");
        }
    }
}
