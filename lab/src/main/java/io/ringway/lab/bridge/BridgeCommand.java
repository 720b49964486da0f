package io.ringway.lab.bridge;

import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Command;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.ToolObject;
import io.ringway.lab.command.Verb;
import java.util.List;

/** {@code bridge [-j] [-s] [-d] fdb|link …}: finds the object and lets its verb do the rest. */
public final class BridgeCommand implements Command {
    /** In the order in which the tool tries abbreviations ({@code bridge.c:cmds}). */
    private static final List<ToolObject> OBJECTS = List.of(
            new ToolObject(
                    List.of("link"),
                    "bridge link",
                    List.of(Verb.of("set change", new PortSet()), Verb.of("show lst list", new PortShow())),
                    new PortShow()),
            new ToolObject(
                    List.of("fdb"),
                    "bridge fdb",
                    List.of(
                            Verb.of("add", new FdbChange(FdbChange.Mode.ADD)),
                            Verb.of("append", new FdbChange(FdbChange.Mode.APPEND)),
                            Verb.of("replace", new FdbChange(FdbChange.Mode.REPLACE)),
                            Verb.of("delete", new FdbChange(FdbChange.Mode.DELETE)),
                            Verb.of("get", new FdbGet()),
                            Verb.of("flush", new FdbFlush()),
                            Verb.of("show lst list", new FdbShow())),
                    new FdbShow()));

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        boolean json = false;
        boolean statistics = false;
        boolean details = false;
        while (args.hasNext() && args.peek().startsWith("-")) {
            String option = args.next().replaceFirst("^--", "-");
            if (option.length() < 2) {
                throw args.notModelled("bridge " + option);
            } else if (Arguments.abbreviates(option, "-json")) {
                json = true;
            } else if (Arguments.abbreviates(option, "-stats") || Arguments.abbreviates(option, "-statistics")) {
                statistics = true;
            } else if (Arguments.abbreviates(option, "-details")) {
                details = true;
            } else {
                throw args.notModelled("bridge " + option);
            }
        }
        if (!args.hasNext()) {
            throw args.refuse(255, "Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }");
        }
        String word = args.next();
        for (ToolObject object : OBJECTS) {
            if (Arguments.abbreviates(word, object.names().get(0))) {
                return object.run(
                        args,
                        scene,
                        new ShowOptions(
                                json, false, statistics ? 1 : 0, details, false, false, ShowOptions.Family.ANY, false));
            }
        }
        if (List.of("mdb", "vlan", "vni", "mst", "monitor").contains(word)) {
            throw args.notModelled("bridge " + word);
        }
        throw args.refuse(255, "Object \"" + word + "\" is unknown, try \"bridge help\".");
    }
}
