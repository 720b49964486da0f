package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.ArrayList;

/** {@code ip addr flush dev X [scope S]}. */
final class AddressFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (!args.hasNext()) {
            throw args.refuse(1, "Flush requires arguments.");
        }
        LinkFilter filter = LinkFilter.read(args, scene, true);
        Ipv4Stack stack = scene.namespace().stack();
        for (Device device : scene.namespace().devices()) {
            if (filter.accepts(device)) {
                for (InterfaceAddress address : new ArrayList<>(stack.routing().addressesOf(device))) {
                    if (filter.addresses().accepts(address)) {
                        stack.addressChanges().remove(device, address.prefix());
                    }
                }
            }
        }
        return CommandResult.SILENT;
    }
}
