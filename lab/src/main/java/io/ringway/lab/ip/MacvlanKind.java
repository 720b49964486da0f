package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;

/** {@code link LOWER … type macvlan [mode MODE]} ({@code iplink_macvlan.c}, {@code macvlan.c:macvlan_common_newlink()}). */
final class MacvlanKind implements LinkKind {
    private static final String USAGE =
            "Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]\n"
                    + "\n"
                    + "MODE: private | vepa | bridge | passthru | source\n"
                    + "MODE_FLAG: null | nopromisc | nodst\n"
                    + "MODE_OPTS: for mode \"source\":\n"
                    + "\tmacaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }\n"
                    + "BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]";

    @Override
    public CommandResult add(NewLink link) {
        Arguments args = link.args();
        MacvlanMode chosen = mode(args);
        MacvlanMode mode = chosen == null ? MacvlanMode.VEPA : chosen;
        String name = link.newName("macvlan", null);
        Device on = link.lower();
        Device lower = Macvlan.realLower(on);
        boolean wide = link.options().mtu != null && link.options().mtu > lower.mtu();
        if (wide || lower instanceof Loopback) {
            throw link.invalid();
        }
        if (!Macvlan.mayStandOn(lower)) {
            throw Words.answers(args, "Device or resource busy");
        }
        if (!Macvlan.mayJoin(lower, mode)) {
            throw link.invalid();
        }
        link.checkMaster(false);
        Macvlan macvlan = Macvlan.on(link.kernel(), on, name, link.mac(name), mode);
        link.place(macvlan);
        link.finish(macvlan);
        return CommandResult.SILENT;
    }

    /** {@code ip link set X type macvlan mode MODE}; done when the result is run. */
    static Runnable change(Arguments args, Macvlan macvlan) {
        MacvlanMode mode = mode(args);
        if (mode == null) {
            return () -> {};
        }
        if ((mode == MacvlanMode.PASSTHRU) != (macvlan.mode() == MacvlanMode.PASSTHRU)) {
            throw Words.answers(args, "Invalid argument");
        }
        return () -> macvlan.setMode(mode);
    }

    /** Null when none is given. */
    private static MacvlanMode mode(Arguments args) {
        MacvlanMode mode = null;
        while (args.hasNext()) {
            String word = args.next();
            if (Arguments.abbreviates(word, "mode")) {
                mode = named(args, Words.value(args));
            } else if (Arguments.abbreviates(word, "flag")
                    || word.equals("nopromisc")
                    || Arguments.abbreviates(word, "macaddr")
                    || Arguments.abbreviates(word, "bcqueuelen")
                    || Arguments.abbreviates(word, "bclim")) {
                throw args.notModelled("macvlan " + word);
            } else {
                throw args.refuse(1, "macvlan: unknown option \"" + word + "\"?\n" + USAGE);
            }
        }
        return mode;
    }

    private static MacvlanMode named(Arguments args, String word) {
        for (MacvlanMode mode : MacvlanMode.values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        if (word.equals("source")) {
            throw args.notModelled("macvlan mode source");
        }
        throw args.refuse(
                1,
                "Error: argument of \"mode\" must be \"private\", \"vepa\", \"bridge\", \"passthru\" or \"source\", not \""
                        + word + "\"");
    }
}
