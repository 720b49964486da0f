package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.Set;

/** {@code ip neigh add|change|replace|del ADDRESS [lladdr MAC] [nud STATE] dev X} ({@code ipneigh.c}, {@code neighbour.c:neigh_add()}). */
final class NeighbourChange implements Verb.Action {
    /** What becomes of an entry that is there, and of one that is not. */
    enum Mode {
        ADD,
        CHANGE,
        REPLACE,
        DELETE
    }

    private static final Set<NeighbourState> WITHOUT_MAC =
            Set.of(NeighbourState.NONE, NeighbourState.INCOMPLETE, NeighbourState.FAILED);

    private final Mode mode;

    NeighbourChange(Mode mode) {
        this.mode = mode;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        Integer address = null;
        boolean proxy = false;
        String deviceName = null;
        Long mac = null;
        NeighbourState state = NeighbourState.PERMANENT;
        NeighbourWords words = new NeighbourWords();
        while (args.hasNext()) {
            switch (args.next()) {
                case "lladdr" -> {
                    String word = Words.value(args);
                    mac = Words.mac(args, word);
                }
                case "nud" -> state = state(args, Words.value(args));
                case "dev" -> deviceName = Words.value(args);
                case "proxy" -> proxy = true;
                case "router", "use", "extern_learn", "protocol" -> words.take(args);
                case "managed" -> throw args.notModelled("ip neigh … managed");
                case "to" -> address = Inet.address(args, Words.value(args), "any");
                default -> {
                    if (address != null) {
                        throw Words.garbage(args, "to");
                    }
                    address = Inet.address(args, args.last(), "any");
                }
            }
        }
        if (proxy && address != null) {
            words.refuseForProxy(args);
            changeProxy(args, scene, address, deviceName);
            return CommandResult.SILENT;
        }
        if (deviceName == null || address == null) {
            throw args.refuse(255, "Device and destination are required arguments.");
        }
        Device device = scene.namespace().device(deviceName);
        if (device == null) {
            throw args.noDevice(1, deviceName);
        }
        change(args, scene.namespace().stack().neighbours(), device, address, mac, state, words);
        return CommandResult.SILENT;
    }

    private void changeProxy(Arguments args, Scene scene, int address, String deviceName) {
        Device device = deviceName == null ? null : scene.namespace().device(deviceName);
        if (deviceName != null && device == null) {
            throw args.noDevice(1, deviceName);
        }
        ArpProxy proxy = scene.namespace().stack().neighbours().proxy();
        if (mode != Mode.DELETE) {
            proxy.add(address, device);
        } else if (!proxy.remove(address, device)) {
            throw Words.answers(args, "No such file or directory");
        }
    }

    private void change(
            Arguments args,
            NeighbourTable table,
            Device device,
            int address,
            Long mac,
            NeighbourState state,
            NeighbourWords words) {
        boolean exists = table.find(device, address) != null;
        if (mode == Mode.DELETE) {
            if (!table.remove(device, address)) {
                throw Words.answers(args, "No such file or directory");
            }
            return;
        }
        if (exists && mode == Mode.ADD) {
            throw Words.answers(args, "File exists");
        }
        if (!exists && mode == Mode.CHANGE) {
            throw Words.answers(args, "No such file or directory");
        }
        if (words.uses()) {
            table.use(device, address);
            words.apply(table.find(device, address));
            return;
        }
        boolean known = exists && table.find(device, address).state().isValid();
        if (mac == null && !known && !WITHOUT_MAC.contains(state)) {
            // The kernel makes the entry before it finds out.
            table.set(device, address, 0, NeighbourState.NONE);
            throw Words.kernel(args, "Error: No link layer address given.");
        }
        long chosen = mac != null ? mac : known ? table.find(device, address).mac() : 0;
        table.set(device, address, chosen, state);
        words.apply(table.find(device, address));
    }

    static NeighbourState state(Arguments args, String word) {
        return switch (word) {
            case "permanent" -> NeighbourState.PERMANENT;
            case "reachable" -> NeighbourState.REACHABLE;
            case "noarp" -> NeighbourState.NOARP;
            case "none" -> NeighbourState.NONE;
            case "stale" -> NeighbourState.STALE;
            case "incomplete" -> NeighbourState.INCOMPLETE;
            case "delay" -> NeighbourState.DELAY;
            case "probe" -> NeighbourState.PROBE;
            case "failed" -> NeighbourState.FAILED;
            default -> throw Words.wrong(args, "nud state is bad");
        };
    }
}
