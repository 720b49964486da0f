package io.ringway.engine.device;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.VlanTag;
import java.util.Arrays;

/** The VLAN devices on top of one device: they take tagged frames before a bridge does ({@code vlan_do_receive()}). */
final class VlanGroup {
    private VlanDevice[] members = {};

    /** True when a member took the frame. */
    boolean takes(Frame frame) {
        if (!VlanTag.present(frame)) {
            return false;
        }
        int protocol = EthernetHeader.type(frame);
        int vlanId = VlanTag.vlanId(frame);
        for (VlanDevice member : members) {
            if (member.isFor(protocol, vlanId)) {
                member.take(frame);
                return true;
            }
        }
        return false;
    }

    /** Those on top of a device, ready to take its frames; no group when there are none. */
    static void settle(Device lower) {
        VlanGroup group = new VlanGroup();
        for (Device upper : lower.uppers().all()) {
            if (upper instanceof VlanDevice vlan) {
                group.members = Arrays.copyOf(group.members, group.members.length + 1);
                group.members[group.members.length - 1] = vlan;
            }
        }
        lower.reception().setVlans(group.members.length == 0 ? null : group);
    }
}
