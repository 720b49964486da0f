package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Routing;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;

/**
 * What comes and goes with an address of a device: its routes, the group that it is, what was masqueraded behind it, and with the
 * last one what the device knew of its neighbours ({@code devinet.c:__inet_insert_ifa(), __inet_del_ifa()}).
 */
public final class AddressChanges {
    private final Ipv4Stack stack;

    AddressChanges(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** False when the device has this very address already. */
    public boolean add(Device device, InterfaceAddress address) {
        Routing routing = stack.routing();
        boolean added =
                routing.addAddress(device, address.prefix(), address.broadcast(), address.scope(), address.label());
        stack.settings().of(device).settle();
        if (added && address.autojoin()) {
            routing.addresses().markJoined(device, address.prefix());
            stack.autoJoin().join(device, address.prefix().address());
        }
        return added;
    }

    /** False when the device has no such address; without its last one it forgets its neighbours too. */
    public boolean remove(Device device, Ipv4Prefix prefix) {
        List<InterfaceAddress> before = List.copyOf(stack.routing().addressesOf(device));
        boolean removed = stack.routing().removeAddress(device, prefix);
        if (removed) {
            flushMasqueraded(device, before);
        }
        if (removed && Ipv4Address.isMulticast(prefix.address())) {
            stack.autoJoin().leave(device, prefix.address());
        }
        if (removed && stack.routing().addressesOf(device).isEmpty()) {
            stack.neighbours().flush(device);
        }
        return removed;
    }

    /** What went with a primary address is gone, too. */
    private void flushMasqueraded(Device device, List<InterfaceAddress> before) {
        List<InterfaceAddress> after = stack.routing().addressesOf(device);
        for (InterfaceAddress address : before) {
            Ipv4Prefix prefix = address.prefix();
            if (after.stream().noneMatch(each -> each.prefix().equals(prefix))) {
                stack.netfilter().connections().masqueraded().forget(device.ifindex(), prefix.address());
            }
        }
    }
}
