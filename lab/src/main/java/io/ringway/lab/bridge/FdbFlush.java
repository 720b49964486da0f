package io.ringway.lab.bridge;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code bridge fdb flush dev BRIDGE|dev PORT master}: local addresses go too ({@code br_fdb.c:br_fdb_delete_bulk()}). */
final class FdbFlush implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Device device = null;
        boolean master = false;
        while (args.hasNext()) {
            switch (args.next()) {
                case "dev" -> {
                    device = FdbGet.bridge(args, scene);
                }
                case "master" -> master = true;
                case "self" -> master = false;
                default -> throw args.notModelled("bridge fdb flush … " + args.last());
            }
        }
        if (device == null) {
            throw args.refuse(255, "Device is required argument.");
        }
        if (master && device.port() != null) {
            BridgePort port = device.port();
            port.bridge().fdb().flush(entry -> entry.port() == port);
        } else if (device instanceof Bridge bridge) {
            bridge.fdb().flush(entry -> true);
        } else {
            throw args.refuse(255, "RTNETLINK answers: Operation not supported");
        }
        return CommandResult.SILENT;
    }
}
