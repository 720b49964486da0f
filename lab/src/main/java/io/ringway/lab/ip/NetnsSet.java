package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip netns set NAME NSID}: the number that stands behind {@code link-netnsid} ({@code rtnl_net_newid()}). */
final class NetnsSet implements Verb.Action {
    private static final int REFUSED = 2;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        if (!args.hasNext()) {
            throw args.refuse(1, "No netns name specified");
        }
        String name = args.next();
        Namespace other = scene.named(name);
        if (other == null) {
            throw args.refuse(1, "Cannot open network namespace \"" + name + "\": No such file or directory");
        }
        if (!args.hasNext()) {
            throw args.refuse(1, "No nsid specified");
        }
        String word = args.next();
        Long id = word.equals("auto") ? Long.valueOf(scene.namespace().freeId()) : Words.number(word);
        if (id == null || id < 0 || id > Integer.MAX_VALUE) {
            throw args.refuse(255, "Error: argument \"" + word + "\" is wrong: Invalid \"netnsid\" value\n");
        }
        if (scene.namespace().knownIdOf(other) >= 0) {
            throw args.refuse(REFUSED, "Error: Peer netns already has a nsid assigned.");
        }
        if (!scene.namespace().number(other, id.intValue())) {
            throw args.refuse(REFUSED, "Error: The specified nsid is already used.");
        }
        return CommandResult.SILENT;
    }
}
