package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.packet.Ipv4Prefix;

/** {@code ip addr add|replace PREFIX dev X …} ({@code devinet.c:inet_rtm_newaddr()}). */
final class AddressAdd implements Verb.Action {
    private final boolean replace;

    AddressAdd(boolean replace) {
        this.replace = replace;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        AddressOptions options = AddressOptions.read(args, scene);
        Device device = options.device();
        InterfaceAddress address = options.address(device);
        Ipv4Stack stack = scene.namespace().stack();
        boolean exists = false;
        for (InterfaceAddress other : stack.routing().addressesOf(device)) {
            if (other.prefix().equals(address.prefix())) {
                exists = true;
            } else if (sameSubnet(other.prefix(), address.prefix()) && other.scope() != address.scope()) {
                throw Words.kernel(args, "Error: ipv4: Invalid scope value.");
            }
        }
        if (exists && !replace) {
            throw Words.kernel(args, "Error: ipv4: Address already assigned.");
        }
        if (!exists
                && device instanceof Ipvlan ipvlan
                && ipvlan.isBusy(address.prefix().address())) {
            throw Words.kernel(args, "Error: Address already assigned to an ipvlan device.");
        }
        boolean joins = !exists && address.autojoin();
        if (joins && !stack.autoJoin().mayJoin(device, address.prefix().address())) {
            throw Words.kernel(args, "Error: ipv4: Multicast auto join failed.");
        }
        if (!exists && address.prefix().address() != 0) {
            stack.addressChanges().add(device, address);
        }
        return CommandResult.SILENT;
    }

    private static boolean sameSubnet(Ipv4Prefix one, Ipv4Prefix other) {
        return one.length() == other.length() && one.contains(other.address());
    }
}
