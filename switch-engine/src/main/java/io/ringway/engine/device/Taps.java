package io.ringway.engine.device;

import io.ringway.packet.Frame;
import java.util.Arrays;

/** The observers of one device, in the order in which they came. */
final class Taps {
    private Tap[] all = {};
    private boolean observed = true;

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

    void show(Frame frame, boolean outgoing) {
        if (!observed) {
            return;
        }
        for (Tap tap : all) {
            tap.seen(frame, outgoing);
        }
    }
}
