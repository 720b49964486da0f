package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.FdbEntry;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import io.ringway.lab.show.FdbView;

/** {@code bridge [-j] [-s] fdb get MAC br BRIDGE|dev PORT} ({@code rtnetlink.c:rtnl_fdb_get()}). */
final class FdbGet implements Verb.Action {
    private static final int REFUSED = 254;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Device named = null;
        String address = null;
        boolean self = false;
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "br" -> named = bridge(args, scene);
                case "dev", "brport" -> {
                    named = scene.namespace().device(Words.value(args));
                    if (named == null) {
                        throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
                    }
                }
                case "self" -> self = true;
                case "master", "dynamic" -> {}
                case "vlan", "vni" -> throw args.notModelled("bridge fdb get … " + word);
                default -> address = word.equals("to") ? Words.value(args) : word;
            }
        }
        if (named == null || address == null) {
            throw args.refuse(255, "Device and address are required arguments.");
        }
        long mac = FdbChange.mac(args, address);
        if (named.port() == null && !self && !(named instanceof Bridge)) {
            throw args.refuse(REFUSED, "Error: Device is not a bridge port.");
        }
        boolean port = named.port() != null && !self;
        Device device = port ? named.port().bridge() : named;
        if (!(device instanceof Bridge bridge)) {
            throw args.refuse(REFUSED, "Error: Fdb get operation not supported by device.");
        }
        FdbEntry entry = bridge.fdb().find(mac);
        if (entry == null) {
            throw args.refuse(REFUSED, "Error: Fdb entry not found.");
        }
        FdbView view = new FdbView(scene.network(), scene.namespace(), true, options.statistics());
        ObjectNode found = view.learned(
                bridge, entry.port() == null ? bridge : entry.port().device(), entry);
        String json = JsonNodeFactory.instance.arrayNode().add(found) + "\n";
        return CommandResult.printed(options.json() ? json : FdbView.text(found));
    }

    /** The device behind the word {@code br}. */
    static Device bridge(Arguments args, Scene scene) {
        Device bridge = scene.namespace().device(Words.value(args));
        if (bridge == null) {
            throw args.refuse(255, "Cannot find bridge device \"" + args.last() + "\"");
        }
        return bridge;
    }
}
