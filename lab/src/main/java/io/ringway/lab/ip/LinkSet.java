package io.ringway.lab.ip;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Macvlan;
import io.ringway.lab.CommandResult;
import io.ringway.lab.bridge.PortOptions;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip link set [dev] X …}. */
final class LinkSet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        LinkOptions options = LinkOptions.read(args, scene);
        String name = options.device == null ? options.name : options.device;
        if (name == null) {
            throw args.refuse(255, "Not enough information: \"dev\" argument is required.");
        }
        Device device = scene.namespace().device(name);
        if (device == null) {
            throw args.noDevice(1, name);
        }
        LinkChange change = new LinkChange(args, scene, options);
        if (options.kind == null) {
            change.check(device);
            change.apply(device);
            return CommandResult.SILENT;
        }
        Runnable more = kindOptions(args, options.kind, device);
        change.check(device);
        change.apply(device);
        more.run();
        return CommandResult.SILENT;
    }

    /** Reads and checks what follows {@code type KIND}; it is done when that is run. */
    private static Runnable kindOptions(Arguments args, String kind, Device device) {
        if (kind.equals("bridge") && device instanceof Bridge bridge) {
            BridgeOptions bridgeOptions = BridgeOptions.read(args);
            bridgeOptions.check();
            return () -> bridgeOptions.apply(bridge);
        }
        if (kind.equals("macvlan") && device instanceof Macvlan macvlan) {
            return MacvlanWords.read(args).change(macvlan);
        }
        if (kind.equals("ipvlan") && device instanceof Ipvlan ipvlan) {
            return IpvlanWords.read(args).change(ipvlan.sharedPort());
        }
        if (kind.equals("bridge_slave") && device.port() != null) {
            PortOptions portOptions = PortOptions.read(args);
            return () -> portOptions.apply(device.port());
        }
        throw Words.answers(args, "Operation not supported");
    }
}
