package io.ringway.lab.bridge;

import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;

/** {@code bridge link set dev X hairpin on|off isolated on|off …}. */
final class PortSet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        String name = null;
        PortOptions options = PortOptions.none();
        while (args.hasNext()) {
            String word = args.next();
            if (word.equals("dev")) {
                name = Words.value(args);
            } else if (word.equals("state") || word.equals("cost") || word.equals("priority")) {
                throw args.notModelled("bridge link set … " + word);
            } else if (!word.equals("master") && !options.take(args, word)) {
                throw args.refuse(
                        255, "Usage: bridge link set dev DEV [ hairpin {on | off} ] [ isolated {on | off} ] …");
            }
        }
        if (name == null) {
            throw args.refuse(255, "Device is a required argument.");
        }
        Device device = scene.namespace().device(name);
        if (device == null) {
            throw args.refuse(255, "Cannot find bridge device \"" + name + "\"");
        }
        if (device.port() == null) {
            throw args.refuse(255, "RTNETLINK answers: Operation not supported");
        }
        options.apply(device.port());
        return CommandResult.SILENT;
    }
}
