package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip link del [dev] X [type KIND]}. */
final class LinkDelete implements Verb.Action {
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
        if (device instanceof Loopback) {
            throw Words.answers(args, "Operation not supported");
        }
        scene.network().delete(device);
        return CommandResult.SILENT;
    }
}
