package io.ringway.engine.device;

import java.util.Arrays;
import java.util.List;

/** The devices that stand on one: macvlans, VLANs. They hear of what happens to it, the oldest first. */
public final class Uppers {
    private Device[] all = {};

    void add(Device upper) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = upper;
    }

    void remove(Device upper) {
        all = Arrays.stream(all).filter(each -> each != upper).toArray(Device[]::new);
    }

    public List<Device> all() {
        return List.of(all);
    }

    void upChanged() {
        for (Device upper : all) {
            upper.lowerUpChanged();
        }
    }

    /** They have a carrier now if the device does. */
    void follow(boolean carrier) {
        for (Device upper : all) {
            if (upper.inheritsCarrier()) {
                upper.carrier().follow(carrier);
            }
        }
    }

    void mtuChanged() {
        for (Device upper : all) {
            upper.lowerMtuChanged();
        }
    }

    void macChanged() {
        for (Device upper : all) {
            upper.lowerMacChanged();
        }
    }
}
