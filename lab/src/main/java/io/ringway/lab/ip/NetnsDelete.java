package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip netns del NAME}: nobody else holds the namespace, so it goes with all that is in it. */
final class NetnsDelete implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        String name = NetnsAdd.name(args);
        Namespace namespace = scene.named(name);
        if (namespace == null) {
            throw args.refuse(1, "Cannot remove namespace file \"/run/netns/" + name + "\": No such file or directory");
        }
        if (namespace == scene.namespace()) {
            throw args.notModelled("deleting the namespace that the command runs in");
        }
        scene.network().removeNamespace(namespace);
        return CommandResult.SILENT;
    }
}
