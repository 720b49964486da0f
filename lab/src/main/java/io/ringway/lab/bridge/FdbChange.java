package io.ringway.lab.bridge;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.FdbEntry;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;

/** {@code bridge fdb add|append|replace|del MAC dev X master [static|dynamic|local]} ({@code br_fdb.c:br_fdb_add()}). */
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

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        String name = null;
        String address = null;
        String state = "permanent";
        boolean master = false;
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "dev" -> name = Words.value(args);
                case "master" -> master = true;
                case "self" -> throw args.notModelled("bridge fdb … self");
                case "permanent", "local" -> state = "permanent";
                case "static", "temp" -> state = "static";
                case "dynamic" -> state = "dynamic";
                case "dst",
                        "vlan",
                        "port",
                        "vni",
                        "via",
                        "src_vni",
                        "nhid",
                        "router",
                        "extern_learn",
                        "sticky",
                        "use" -> throw args.notModelled("bridge fdb … " + word);
                default -> {
                    if (address != null) {
                        throw Words.garbage(args, "to");
                    }
                    address = word.equals("to") ? Words.value(args) : word;
                }
            }
        }
        if (name == null || address == null) {
            throw args.refuse(REFUSED, "Device and address are required arguments.");
        }
        change(args, scene, name, mac(args, address), state, master);
        return CommandResult.SILENT;
    }

    private static long mac(Arguments args, String word) {
        if (!word.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}")) {
            throw args.refuse(REFUSED, "Invalid mac address " + word);
        }
        return Words.mac(args, word);
    }

    private void change(Arguments args, Scene scene, String name, long mac, String state, boolean master) {
        Device device = scene.namespace().device(name);
        if (device == null) {
            throw args.noDevice(REFUSED, name);
        }
        if (!master) {
            throw args.notModelled("bridge fdb … self (without the word master)");
        }
        if (device.port() == null) {
            throw args.refuse(REFUSED, "RTNETLINK answers: Operation not supported");
        }
        if (mac == 0) {
            throw args.refuse(REFUSED, "RTNETLINK answers: Invalid argument");
        }
        BridgePort port = device.port();
        Bridge bridge = port.bridge();
        if (mode == Mode.DELETE) {
            if (!bridge.removeEntry(mac, port)) {
                throw args.refuse(REFUSED, "RTNETLINK answers: No such file or directory");
            }
            return;
        }
        FdbEntry known = bridge.fdb().find(mac);
        if (known != null && mode == Mode.ADD) {
            throw args.refuse(REFUSED, "RTNETLINK answers: File exists");
        }
        bridge.addEntry(mac, port, state.equals("permanent"), state.equals("static"));
    }
}
