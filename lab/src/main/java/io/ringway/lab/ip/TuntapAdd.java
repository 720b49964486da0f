package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip tuntap add|del [dev] NAME mode tap} ({@code iptuntap.c}): an interface that goes outside. */
final class TuntapAdd implements Verb.Action {
    private final boolean delete;
    private String name;
    private String mode;

    TuntapAdd(boolean delete) {
        this.delete = delete;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        return new TuntapAdd(delete).runOnce(args, scene);
    }

    private CommandResult runOnce(Arguments args, Scene scene) {
        while (args.hasNext()) {
            take(args, args.next());
        }
        if (mode == null) {
            throw args.refuse(1, "You failed to specify a tunnel mode");
        }
        if (mode.equals("tun")) {
            throw args.notModelled("a tun device");
        }
        Device there = name == null ? null : scene.namespace().device(name);
        if (there != null && !(there instanceof TapInterface)) {
            throw args.refuse(1, "ioctl(TUNSETIFF): Invalid argument");
        }
        if (!delete) {
            add(args, scene, there);
        } else if (there != null) {
            scene.network().delete(there);
        }
        return CommandResult.SILENT;
    }

    private void add(Arguments args, Scene scene, Device there) {
        if (there != null) {
            throw args.refuse(1, "ioctl(TUNSETIFF): Device or resource busy");
        }
        String chosen = name;
        for (int number = 0; chosen == null; number++) {
            chosen = scene.namespace().device("tap" + number) == null ? "tap" + number : null;
        }
        TapInterface tap =
                new TapInterface(scene.network().kernel(), chosen, NewLink.drawnMac(scene, scene.namespace(), chosen));
        boolean taken = scene.namespace().device(scene.ifindex()) != null;
        scene.namespace().add(tap, taken ? 0 : scene.ifindex());
        // What was recorded of a host was in use.
        tap.setAttached(scene.ifindex() != 0);
    }

    private void take(Arguments args, String word) {
        switch (word) {
            case "mode" -> takeMode(args);
            case "user", "group", "one_queue", "pi", "vnet_hdr", "multi_queue" ->
                throw args.notModelled("ip tuntap … " + word);
            case "dev", "name" -> takeName(args, word, Words.value(args));
            default -> {
                if (name != null) {
                    throw Words.garbage(args, "name");
                }
                takeName(args, "name", word);
            }
        }
    }

    private void takeMode(Arguments args) {
        mode = Words.value(args);
        if (!mode.equals("tap") && !mode.equals("tun")) {
            throw args.refuse(255, "Unknown tunnel mode \"" + mode + "\"");
        }
    }

    private void takeName(Arguments args, String option, String word) {
        boolean blank = word.chars().anyMatch(Character::isWhitespace);
        if (word.isEmpty() || word.indexOf('/') >= 0 || blank || word.length() > Words.LONGEST_NAME) {
            throw args.refuse(255, "Error: argument \"" + word + "\" is wrong: \"" + option + "\" not a valid ifname");
        }
        name = word;
    }
}
