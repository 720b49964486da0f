package io.ringway.lab.bridge;

import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;

/** {@code bridge link set dev X [state N] [cost N] [priority N] [hairpin on|off] …}. */
final class PortSet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        String name = null;
        boolean self = false;
        PortOptions options = PortOptions.none();
        while (args.hasNext()) {
            String word = args.next();
            if (word.equals("dev")) {
                name = Words.value(args);
            } else if (word.equals("self")) {
                self = true;
            } else if (word.equals("learning_sync")) {
                PortOptions.onOff(args, word);
            } else if (word.equals("hwmode") || word.equals("backup_port") || word.equals("nobackup_port")) {
                throw args.notModelled("bridge link set … " + word);
            } else if (!word.equals("master") && !options.take(args, word)) {
                throw args.refuse(255, "Usage: bridge link set dev DEV [ cost COST ] [ priority PRIO ] …");
            }
        }
        if (name == null) {
            throw args.refuse(255, "Device is a required argument.");
        }
        Device device = scene.namespace().device(name);
        if (device == null) {
            throw args.refuse(255, "Cannot find bridge device \"" + name + "\"");
        }
        if (device.port() == null || self) {
            throw args.refuse(255, "RTNETLINK answers: Operation not supported");
        }
        options.apply(device.port());
        return CommandResult.SILENT;
    }
}
