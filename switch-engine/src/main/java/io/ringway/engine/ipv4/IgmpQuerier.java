package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;

/** Which version of IGMP the routers of an interface speak ({@code IGMP_V1_SEEN()}, {@code IGMP_V2_SEEN()}). */
final class IgmpQuerier {
    /** Robustness times query interval, and one response interval: 260 s. */
    private static final long REMEMBERED_TICKS = 65_000;

    private final Ipv4Stack stack;
    private final Device device;
    private long version1UntilTick;
    private long version2UntilTick;

    IgmpQuerier(Ipv4Stack stack, Device device) {
        this.stack = stack;
        this.device = device;
    }

    int version() {
        if (isForced(1) || stack.kernel().jiffies() < version1UntilTick) {
            return 1;
        }
        return isForced(2) || stack.kernel().jiffies() < version2UntilTick ? 2 : 3;
    }

    private boolean isForced(int version) {
        return stack.settings().all().get(Setting.FORCE_IGMP_VERSION) == version
                || stack.settings().of(device).get(Setting.FORCE_IGMP_VERSION) == version;
    }

    void heard(IgmpQuery query) {
        if (query.isVersion1()) {
            version1UntilTick = stack.kernel().jiffies() + REMEMBERED_TICKS;
        } else if (!query.isVersion3()) {
            version2UntilTick = stack.kernel().jiffies() + REMEMBERED_TICKS;
        }
    }

    void forget() {
        version1UntilTick = 0;
        version2UntilTick = 0;
    }
}
