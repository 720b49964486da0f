package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups that were joined for addresses with {@code autojoin}: the memberships of one socket of the namespace, which
 * outlive the device ({@code devinet.c:ip_mc_autojoin_config()}, {@code igmp.c:ip_mc_join_group()}).
 */
public final class AutoJoin {
    private record Membership(int ifindex, int group) {}

    private final Ipv4Stack stack;
    private final List<Membership> memberships = new ArrayList<>();

    AutoJoin(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** False when the group is joined at that device already, or too many are. */
    public boolean mayJoin(Device device, int group) {
        return !memberships.contains(new Membership(device.ifindex(), group))
                && memberships.size() < stack.settings().igmp().maxMemberships();
    }

    void join(Device device, int group) {
        memberships.add(new Membership(device.ifindex(), group));
        stack.igmp(device).join(group);
    }

    /** Does nothing where the group was not joined for an address. */
    void leave(Device device, int group) {
        if (memberships.remove(new Membership(device.ifindex(), group))) {
            stack.igmp(device).leave(group);
        }
    }
}
