package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;

/** {@code ip addr del PREFIX dev X}; without a length it takes whatever has that address, and warns. */
final class AddressDelete implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        AddressOptions options = AddressOptions.read(args, scene);
        Device device = options.device();
        Ipv4Stack stack = scene.namespace().stack();
        Ipv4Prefix found = null;
        for (InterfaceAddress address : stack.routing().addressesOf(device)) {
            boolean right = options.hasLength()
                    ? address.prefix().equals(options.prefix())
                    : address.prefix().address() == options.prefix().address();
            if (right && found == null) {
                found = address.prefix();
            }
        }
        if (found == null) {
            throw Words.kernel(args, "Error: ipv4: Address not found.");
        }
        stack.addressChanges().remove(device, found);
        return options.hasLength() ? CommandResult.SILENT : new CommandResult(0, "", warning(found.address()));
    }

    private static String warning(int address) {
        return "Warning: Executing wildcard deletion to stay compatible with old scripts.\n"
                + "         Explicitly specify the prefix length (" + Ipv4Address.format(address)
                + "/32) to avoid this warning.\n"
                + "         This special behaviour is likely to disappear in further releases,\n"
                + "         fix your scripts!\n";
    }
}
