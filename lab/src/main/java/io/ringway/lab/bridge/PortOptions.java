package io.ringway.lab.bridge;

import io.ringway.engine.device.BridgePort;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.ip.Words;
import java.util.Map;

/** The options of a bridge port: hairpin and isolated, and others at the values that change nothing in the model. */
public final class PortOptions {
    private static final Map<String, Boolean> HONOURED = Map.of(
            "guard", false,
            "fastleave", false,
            "root_block", false,
            "learning", true,
            "flood", true,
            "mcast_flood", true,
            "bcast_flood", true,
            "neigh_suppress", false,
            "vlan_tunnel", false,
            "locked", false);

    private Boolean hairpin;
    private Boolean isolated;

    private PortOptions() {}

    static PortOptions none() {
        return new PortOptions();
    }

    /** Takes options up to the end. */
    public static PortOptions read(Arguments args) {
        PortOptions options = new PortOptions();
        while (args.hasNext()) {
            if (!options.take(args, args.next())) {
                throw args.notModelled("port option " + args.last());
            }
        }
        return options;
    }

    /** Takes one option with its value; false when the word is none. */
    boolean take(Arguments args, String option) {
        switch (option) {
            case "hairpin" -> hairpin = onOff(args, option);
            case "isolated" -> isolated = onOff(args, option);
            default -> {
                Boolean honoured = HONOURED.get(option);
                if (honoured == null) {
                    return false;
                }
                if (onOff(args, option) != honoured) {
                    throw args.notModelled("port option " + option + " " + args.last());
                }
            }
        }
        return true;
    }

    private static boolean onOff(Arguments args, String option) {
        return switch (Words.value(args)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw args.refuse(
                        234,
                        "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + args.last()
                                + "\"");
        };
    }

    public void apply(BridgePort port) {
        if (hairpin != null) {
            port.setHairpin(hairpin);
        }
        if (isolated != null) {
            port.setIsolated(isolated);
        }
    }
}
