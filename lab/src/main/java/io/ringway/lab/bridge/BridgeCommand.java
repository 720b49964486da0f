package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Command;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.ToolObject;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code bridge [-j] [-s] [-d] fdb|link …}: finds the object and lets its verb do the rest. */
public final class BridgeCommand implements Command {
    private static final ArrayNode MDB = JsonNodeFactory.instance.arrayNode();

    static {
        MDB.addObject().putArray("mdb");
        ((ObjectNode) MDB.get(0)).putObject("router");
    }

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
                    new FdbShow()),
            nothingIn("mdb", "", MDB),
            nothingIn("vlan", "port              vlan-id  \n", JsonNodeFactory.instance.arrayNode()));

    private static final List<String> OPTIONS = List.of(
            "-help",
            "-Version",
            "-stats",
            "-statistics",
            "-details",
            "-oneline",
            "-timestamp",
            "-family",
            "-4",
            "-6",
            "-netns",
            "-color",
            "-compressvlans",
            "-force",
            "-json",
            "-pretty",
            "-batch");

    /** An object of which a bridge without VLANs and queriers has none. */
    private static ToolObject nothingIn(String object, String head, ArrayNode json) {
        Verb.Action show = (args, scene, options) -> {
            while (args.hasNext()) {
                if (args.next().equals("dev") && scene.namespace().device(Words.value(args)) == null) {
                    throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
                }
            }
            return options.printed(json, head);
        };
        Verb.Action change = (args, scene, options) -> {
            throw args.notModelled("bridge " + object + " " + args.last());
        };
        List<Verb> verbs = List.of(
                Verb.of("add", change),
                Verb.of("replace", change),
                Verb.of("set", change),
                Verb.of("delete", change),
                Verb.of("show lst list", show),
                Verb.of("tunnelshow global get flush", change));
        return new ToolObject(List.of(object), "bridge " + object, verbs, show);
    }

    /** The option that a word abbreviates; null when there is none. */
    public static String named(String word) {
        String option = word.replaceFirst("^--", "-");
        return OPTIONS.stream()
                .filter(each -> option.length() > 1 && Arguments.abbreviates(option, each))
                .findFirst()
                .orElse(null);
    }

    /** Takes one option, spelt out. */
    private static String option(Arguments args) {
        String word = args.next();
        if (ShowOptions.leavesColorsOut(word)) {
            return word;
        }
        String option = named(word);
        if (option == null) {
            throw args.refuse(255, "Option \"" + word + "\" is unknown, try \"bridge help\".");
        }
        return switch (option) {
            case "-stats", "-statistics" -> "-statistics";
            case "-json", "-pretty", "-details", "-oneline", "-Version", "-timestamp" -> option;
            case "-color" -> throw args.notModelled("bridge -color (leave " + word + " out)");
            default -> throw args.notModelled("bridge " + option);
        };
    }

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        Set<String> options = new HashSet<>();
        while (args.hasNext() && args.peek().startsWith("-")) {
            options.add(option(args));
        }
        if (options.contains("-Version")) {
            return CommandResult.printed("bridge utility, 6.1.0\n");
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
                                options.contains("-json"),
                                options.contains("-pretty"),
                                options.contains("-statistics") ? 1 : 0,
                                options.contains("-details"),
                                false,
                                options.contains("-oneline"),
                                ShowOptions.Family.ANY,
                                false));
            }
        }
        if (List.of("vni", "monitor").contains(word)) {
            throw args.notModelled("bridge " + word);
        }
        throw args.refuse(255, "Object \"" + word + "\" is unknown, try \"bridge help\".");
    }
}
