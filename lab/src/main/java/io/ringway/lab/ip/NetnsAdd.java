package io.ringway.lab.ip;

import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip netns add NAME} ({@code ipnetns.c:netns_add()}). */
final class NetnsAdd implements Verb.Action {
    private static final int LONGEST_NAME = 255;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        String name = name(args);
        if (scene.named(name) != null) {
            throw args.refuse(1, "Cannot create namespace file \"/run/netns/" + name + "\": File exists");
        }
        scene.network().addNamespace(name);
        return CommandResult.SILENT;
    }

    /** The name that every verb of netns takes first. */
    static String name(Arguments args) {
        if (!args.hasNext()) {
            throw args.refuse(1, "No netns name specified");
        }
        String name = args.next();
        boolean special = name.isEmpty() || name.equals(".") || name.equals("..");
        if (special || name.indexOf('/') >= 0 || name.length() > LONGEST_NAME) {
            throw args.refuse(255, "Invalid netns name \"" + name + "\"");
        }
        return name;
    }
}
