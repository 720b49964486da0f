package io.ringway.lab.bridge;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.FdbAddition;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;

/**
 * {@code bridge fdb add|append|replace|del MAC dev X [master|self] [static|dynamic|local] [sticky] [extern_learn] [use]}
 * ({@code bridge/fdb.c:fdb_modify()}, {@code br_fdb.c:br_fdb_add()}).
 */
final class FdbChange implements Verb.Action {
    private static final int REFUSED = 255;

    /** What becomes of an entry that is there. */
    enum Mode {
        ADD,
        APPEND,
        REPLACE,
        DELETE
    }

    private final Mode mode;

    FdbChange(Mode mode) {
        this.mode = mode;
    }

    /** What the words say. */
    private static final class Wish {
        private String device;
        private String address;
        private FdbAddition.Kind kind = FdbAddition.Kind.LOCAL;
        private boolean master;
        private boolean self;
        private boolean sticky;
        private boolean externLearned;
        private boolean use;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        if (TunnelFdbChange.concerns(args, scene)) {
            return new TunnelFdbChange(args, scene).run(mode);
        }
        Wish wish = new Wish();
        while (args.hasNext()) {
            take(args, wish, args.next());
        }
        if (wish.device == null || wish.address == null) {
            throw args.refuse(REFUSED, "Device and address are required arguments.");
        }
        change(args, scene, wish, mac(args, wish.address));
        return CommandResult.SILENT;
    }

    private static void take(Arguments args, Wish wish, String word) {
        switch (word) {
            case "dev" -> wish.device = Words.value(args);
            case "master" -> wish.master = true;
            case "self" -> wish.self = true;
            case "permanent", "local" -> wish.kind = FdbAddition.Kind.LOCAL;
            case "static", "temp" -> wish.kind = FdbAddition.Kind.STATIC;
            case "dynamic" -> wish.kind = FdbAddition.Kind.DYNAMIC;
            case "sticky" -> wish.sticky = true;
            case "extern_learn" -> wish.externLearned = true;
            case "use" -> wish.use = true;
            case "dst", "vlan", "port", "vni", "via", "src_vni", "nhid", "router" ->
                throw args.notModelled("bridge fdb … " + word);
            default -> {
                if (wish.address != null) {
                    throw Words.garbage(args, "to");
                }
                wish.address = word.equals("to") ? Words.value(args) : word;
            }
        }
    }

    static long mac(Arguments args, String word) {
        if (!word.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}")) {
            throw args.refuse(REFUSED, "Invalid mac address " + word);
        }
        return Words.mac(args, word);
    }

    private void change(Arguments args, Scene scene, Wish wish, long mac) {
        Device device = scene.namespace().device(wish.device);
        if (device == null) {
            throw args.noDevice(REFUSED, wish.device);
        }
        boolean self = wish.self || !wish.master;
        if (self && (wish.master || !(device instanceof Bridge))) {
            throw args.notModelled("bridge fdb … self (or without the word master)");
        }
        BridgePort port = self ? null : device.port();
        if (!self && port == null) {
            throw args.refuse(REFUSED, "RTNETLINK answers: Operation not supported");
        }
        if (mac == 0) {
            throw args.refuse(REFUSED, "RTNETLINK answers: Invalid argument");
        }
        Bridge bridge = port == null ? (Bridge) device : port.bridge();
        if (mode == Mode.DELETE) {
            if (!bridge.removeEntry(mac, port)) {
                throw args.refuse(REFUSED, "RTNETLINK answers: No such file or directory");
            }
            return;
        }
        FdbAddition addition =
                new FdbAddition(mac, port, wish.kind, wish.sticky, wish.externLearned, wish.use, mode == Mode.ADD);
        FdbAddition.Answer answer = bridge.add(addition);
        if (answer != FdbAddition.Answer.DONE) {
            throw args.refuse(REFUSED, "RTNETLINK answers: " + answer.text());
        }
    }
}
