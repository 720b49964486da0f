package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups of one interface, what it tells about them and when ({@code igmp.c}, {@code struct in_device}). Changes are
 * told after two ticks and again at a random moment of the unsolicited report interval, {@code igmp_qrv} times in all.
 *
 * <p>DEVIATION: groups of 224.0.0.0/24 are never reported, as with {@code igmp_link_local_mcast_reports=0}.
 */
public final class IgmpInterface {
    static final int ALL_HOSTS = 0xe000_0001;
    private static final int LOCAL_GROUPS = 0xe000_0000;
    private static final long GROUP_MAC = 0x0100_5e00_0000L;
    private static final int LOW_BITS = 0x7f_ffff;

    /** A group that was left, and how often that is still to be told. */
    private static final class Left {
        final int address;
        int changes;

        Left(int address, int changes) {
            this.address = address;
            this.changes = changes;
        }
    }

    private final Ipv4Stack stack;
    private final Device device;
    private final IgmpReport report;
    private final List<IgmpGroup> groups = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final Timer changeTimer = new Timer(this::tellChanges);
    private final Timer answerTimer = new Timer(this::answerQuery);
    private final IgmpQuerier querier;
    private final IgmpClock clock;
    private int[] addresses = {};
    private int robustness;
    private int changesToTell;

    IgmpInterface(Ipv4Stack stack, Device device) {
        this.stack = stack;
        this.device = device;
        report = new IgmpReport(stack);
        querier = new IgmpQuerier(stack, device);
        clock = new IgmpClock(stack, device);
        robustness = stack.settings().igmp().robustness();
    }

    /** Whether packets to that group are for this host ({@code ip_check_mc_rcu()}). */
    boolean hears(int group) {
        for (int address : addresses) {
            if (address == group) {
                return true;
            }
        }
        return false;
    }

    /** The newest first. */
    public List<IgmpGroup> groups() {
        return List.copyOf(groups);
    }

    /** One more user of a group ({@code ____ip_mc_inc_group()}). */
    public void join(int address) {
        IgmpGroup group = find(address);
        if (group != null) {
            group.users++;
            return;
        }
        left.removeIf(each -> each.address == address);
        group = new IgmpGroup(address, stack.settings().igmp().robustness(), this::tell);
        groups.add(0, group);
        remember();
        added(group);
    }

    /** One less ({@code __ip_mc_dec_group()}). */
    public void leave(int address) {
        IgmpGroup group = find(address);
        if (group == null || --group.users > 0) {
            return;
        }
        groups.remove(group);
        remember();
        dropped(group, true);
    }

    private IgmpGroup find(int address) {
        return groups.stream()
                .filter(each -> each.address == address)
                .findFirst()
                .orElse(null);
    }

    private void remember() {
        addresses = groups.stream().mapToInt(IgmpGroup::address).toArray();
    }

    /** {@code ip_mc_up()}. */
    void up() {
        robustness = stack.settings().igmp().robustness();
        querier.forget();
        join(ALL_HOSTS);
        groups.forEach(this::added);
    }

    /** {@code ip_mc_down()}: nobody can be told any more. */
    void down() {
        groups.forEach(group -> dropped(group, false));
        stop();
        leave(ALL_HOSTS);
    }

    /** The interface is gone. */
    void gone() {
        groups.forEach(group -> clock.cancel(group.timer));
        stop();
        groups.clear();
        remember();
    }

    private void stop() {
        changesToTell = 0;
        left.clear();
        clock.cancel(changeTimer);
        clock.cancel(answerTimer);
    }

    /** {@code igmp_group_added()}. */
    private void added(IgmpGroup group) {
        if (!group.loaded) {
            group.loaded = true;
            if (!(device instanceof Loopback)) {
                device.groups().add(macOf(group.address));
            }
        }
        if (!isReported(group)) {
            return;
        }
        if (querier.version() < 3) {
            clock.arm(group.timer, 1);
        } else {
            group.changes = robustness;
            changed();
        }
    }

    /** {@code igmp_group_dropped()}. */
    private void dropped(IgmpGroup group, boolean tells) {
        if (group.loaded) {
            group.loaded = false;
            if (!(device instanceof Loopback)) {
                device.groups().remove(macOf(group.address));
            }
        }
        clock.cancel(group.timer);
        if (!tells || !isReported(group)) {
            return;
        }
        if (querier.version() == 2 && group.reporter) {
            report.send(device, IgmpReport.LEAVE, group.address);
        } else if (querier.version() == 3) {
            left.add(0, new Left(group.address, robustness));
            changed();
        }
    }

    private static boolean isReported(IgmpGroup group) {
        return (group.address & 0xffff_ff00) != LOCAL_GROUPS;
    }

    static long macOf(int group) {
        return GROUP_MAC | (group & LOW_BITS);
    }

    /** {@code igmp_ifc_event()}. */
    private void changed() {
        changesToTell = robustness;
        clock.arm(changeTimer, 1);
    }

    /** {@code igmp_ifc_timer_expire()}: changes of version 3, what was left first. */
    private void tellChanges() {
        for (Left each : left) {
            report.add(IgmpReport.TO_INCLUDE, each.address);
            each.changes--;
        }
        left.removeIf(each -> each.changes == 0);
        for (IgmpGroup group : groups) {
            if (group.changes > 0) {
                report.add(IgmpReport.TO_EXCLUDE, group.address);
                group.changes--;
            }
        }
        report.send(device);
        if (changesToTell > 0) {
            changesToTell--;
            clock.arm(changeTimer, clock.unsolicitedTicks(querier.version()));
        }
    }

    /** {@code igmp_timer_expire()}. */
    private void tell(IgmpGroup group) {
        if (group.unsolicited > 0 && --group.unsolicited > 0) {
            clock.arm(group.timer, clock.unsolicitedTicks(querier.version()));
        }
        group.reporter = true;
        switch (querier.version()) {
            case 1 -> report.send(device, IgmpReport.V1_REPORT, group.address);
            case 2 -> report.send(device, IgmpReport.V2_REPORT, group.address);
            default -> {
                report.add(IgmpReport.IS_EXCLUDE, group.address);
                report.send(device);
            }
        }
    }

    /** Somebody else answered for the group ({@code igmp_heard_report()}). */
    void heardReport(int address) {
        IgmpGroup group = find(address);
        if (group != null && isReported(group)) {
            clock.cancel(group.timer);
            group.reporter = false;
            group.unsolicited = 0;
        }
    }

    /** What an accepted query asks for ({@code igmp_heard_query()}). */
    void heardQuery(IgmpQuery query) {
        int before = querier.version();
        querier.heard(query);
        if (!query.isVersion3()) {
            changesToTell = 0;
            left.clear();
            clock.cancel(changeTimer);
        } else if (before == 3) {
            robustness = query.robustness() != 0
                    ? query.robustness()
                    : stack.settings().igmp().robustness();
            if (query.group() == 0) {
                clock.sooner(answerTimer, query.ticks());
                return;
            }
        }
        int asked = querier.version() == 1 ? 0 : query.group();
        int ticks = querier.version() == 1 ? IgmpQuery.V1_TICKS : query.ticks();
        for (IgmpGroup group : groups) {
            if ((asked == 0 || asked == group.address) && isReported(group)) {
                group.unsolicited = 0;
                clock.within(group.timer, ticks);
            }
        }
    }

    /** {@code igmp_gq_timer_expire()}: all groups in one report. */
    private void answerQuery() {
        for (IgmpGroup group : groups) {
            if (isReported(group)) {
                report.add(IgmpReport.IS_EXCLUDE, group.address);
            }
        }
        report.send(device);
    }
}
