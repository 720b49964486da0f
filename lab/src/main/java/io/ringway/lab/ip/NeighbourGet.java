package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.NeighbourView;

/** {@code ip neigh get [proxy] ADDRESS dev X}, which prints text even where JSON is asked for ({@code ipneigh.c:ipneigh_get()}). */
final class NeighbourGet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Integer address = null;
        String deviceName = null;
        boolean proxy = false;
        while (args.hasNext()) {
            switch (args.next()) {
                case "dev" -> deviceName = Words.value(args);
                case "proxy" -> proxy = true;
                case "to" -> address = Inet.address(args, Words.value(args), "any");
                default -> {
                    if (address != null) {
                        throw Words.garbage(args, "to");
                    }
                    address = Inet.address(args, args.last(), "any");
                }
            }
        }
        if (address == null || deviceName == null) {
            throw args.refuse(1, "Device and address are required arguments.");
        }
        Device device = scene.namespace().device(deviceName);
        if (device == null) {
            throw args.refuse(1, "Cannot find device \"" + deviceName + "\"");
        }
        NeighbourTable table = scene.namespace().stack().neighbours();
        NeighbourView view = new NeighbourView(true, options.statistics(), 1);
        return CommandResult.printed(
                proxy ? proxy(args, table, view, address, device) : entry(args, table, view, address, device));
    }

    private static String entry(Arguments args, NeighbourTable table, NeighbourView view, int address, Device device) {
        Neighbour found = table.find(device, address);
        if (found == null) {
            throw Words.kernel(args, "Error: Neighbour entry not found.");
        }
        return view.text(found);
    }

    private static String proxy(Arguments args, NeighbourTable table, NeighbourView view, int address, Device device) {
        ArpProxy.Entry wanted = new ArpProxy.Entry(address, device);
        if (!table.proxy().entries().contains(wanted)) {
            throw Words.kernel(args, "Error: Proxy neighbour entry not found.");
        }
        return view.text(wanted);
    }
}
