package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip maddr add|del ADDRESS dev X}: link-layer groups only ({@code ipmaddr.c:multiaddr_modify()}). */
final class GroupChange implements Verb.Action {
    private final boolean adds;

    GroupChange(boolean adds) {
        this.adds = adds;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        String name = null;
        Long mac = null;
        while (args.hasNext()) {
            String word = args.next();
            if (word.equals("dev")) {
                name = Words.value(args);
            } else {
                String address = word.equals("address") ? Words.value(args) : word;
                if (mac != null) {
                    throw args.refuse(255, "Error: duplicate \"address\": \"" + address + "\" is the second value.");
                }
                mac = read(args, address);
            }
        }
        if (name == null) {
            throw args.refuse(255, "Not enough information: \"dev\" is required.");
        }
        change(args, scene.namespace().device(name), mac == null ? 0 : mac);
        return CommandResult.SILENT;
    }

    private static long read(Arguments args, String word) {
        LinkLayerAddress address = LinkLayerAddress.read(word);
        if (!address.isMac()) {
            throw args.refuse(
                    1,
                    address.octets() == 0
                            ? address.complaint()
                            : "Error: Invalid address length " + address.octets() + " - must be 6 bytes");
        }
        return address.value();
    }

    /** {@code dev_ioctl.c:dev_ifsioc()}. */
    private void change(Arguments args, Device device, long mac) {
        if (device == null) {
            throw args.refuse(1, "ioctl: No such device");
        }
        if (device instanceof Loopback) {
            throw args.refuse(1, "ioctl: Invalid argument");
        }
        if (adds) {
            device.groups().addStatic(mac);
        } else if (!device.groups().removeStatic(mac)) {
            throw args.refuse(1, "ioctl: No such file or directory");
        }
    }
}
