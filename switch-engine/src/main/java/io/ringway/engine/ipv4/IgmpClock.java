package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;

/**
 * The timers of IGMP at one interface: two ticks and a random number more, below a bound
 * ({@code igmp_start_timer(), igmp_mod_timer(), igmp_gq_start_timer()}). The timer wheel is late by one.
 */
final class IgmpClock {
    private static final int TICKS_AT_LEAST = 2;
    private static final int TICK_MS = 4;

    private final Ipv4Stack stack;
    private final Device device;
    private long draws;

    IgmpClock(Ipv4Stack stack, Device device) {
        this.stack = stack;
        this.device = device;
    }

    /** The bound of reports that repeat a change. */
    int unsolicitedTicks(int version) {
        Setting interval =
                version < 3 ? Setting.IGMPV2_UNSOLICITED_REPORT_INTERVAL : Setting.IGMPV3_UNSOLICITED_REPORT_INTERVAL;
        int millis = stack.settings().of(device).get(interval);
        return Math.max(1, (millis + TICK_MS - 1) / TICK_MS);
    }

    void arm(Timer timer, int ticksBelow) {
        stack.kernel().timers().arm(timer, drawNs(ticksBelow));
    }

    /** Leaves a timer alone that fires within the bound anyway. */
    void within(Timer timer, int ticksBelow) {
        long bound = stack.kernel().inTicksNs(ticksBelow);
        if (!timer.isArmed() || timer.deadlineNs() >= bound) {
            arm(timer, ticksBelow);
        }
    }

    /** Moves a timer only forward. */
    void sooner(Timer timer, int ticksBelow) {
        long drawn = drawNs(ticksBelow);
        if (!timer.isArmed() || drawn < timer.deadlineNs()) {
            stack.kernel().timers().arm(timer, drawn);
        }
    }

    void cancel(Timer timer) {
        stack.kernel().timers().cancel(timer);
    }

    private long drawNs(int ticksBelow) {
        return stack.kernel().inTicksNs(TICKS_AT_LEAST + draw(ticksBelow))
                + stack.kernel().timers().slotNs(0);
    }

    private int draw(int below) {
        return below <= 1
                ? 0
                : stack.kernel().randomness().stream(stack.name()).stream("igmp").stream(device.name())
                        .below(below, draws++);
    }
}
