package io.ringway.lab.ip;

import io.ringway.engine.device.IpvlanIsolation;
import io.ringway.engine.device.IpvlanMode;
import io.ringway.engine.device.IpvlanPort;
import io.ringway.lab.command.Arguments;

/**
 * What stands behind {@code type ipvlan} ({@code iplink_ipvlan.c:ipvlan_parse_opt()}). The tool says how much they are
 * isolated even where the user does not.
 *
 * @param mode null when none is given
 */
record IpvlanWords(IpvlanMode mode, IpvlanIsolation isolation) {
    private static final String USAGE = "Usage: ... ipvlan [ mode MODE ] [ FLAGS ]\n"
            + "\n"
            + "MODE: l3 | l3s | l2\n"
            + "FLAGS: bridge | private | vepa\n"
            + "(first values are the defaults if nothing is specified).";

    static IpvlanWords read(Arguments args) {
        IpvlanMode mode = null;
        IpvlanIsolation isolation = null;
        while (args.hasNext()) {
            String word = args.next();
            IpvlanIsolation flag = isolation == null ? flag(word) : null;
            if (Arguments.abbreviates(word, "mode")) {
                mode = mode(args, Words.value(args));
            } else if (flag != null) {
                isolation = flag;
            } else if (Arguments.abbreviates(word, "help")) {
                throw args.refuse(1, USAGE);
            } else {
                throw args.refuse(1, "ipvlan: unknown option \"" + word + "\"?\n" + USAGE);
            }
        }
        return new IpvlanWords(mode, isolation == null ? IpvlanIsolation.BRIDGE : isolation);
    }

    /** Null when the word is none. */
    private static IpvlanIsolation flag(String word) {
        for (IpvlanIsolation each :
                new IpvlanIsolation[] {IpvlanIsolation.PRIVATE, IpvlanIsolation.VEPA, IpvlanIsolation.BRIDGE}) {
            if (Arguments.abbreviates(word, each.word())) {
                return each;
            }
        }
        return null;
    }

    private static IpvlanMode mode(Arguments args, String word) {
        for (IpvlanMode each : IpvlanMode.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw args.refuse(1, "Error: argument of \"mode\" must be either \"l2\", \"l3\" or \"l3s\"");
    }

    /** {@code ip link set X type ipvlan …}; done when the result is run. */
    Runnable change(IpvlanPort port) {
        return () -> {
            if (mode != null) {
                port.setMode(mode);
            }
            port.setIsolation(isolation);
        };
    }
}
