package io.ringway.lab.ip;

import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.MacvlanOptions;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** What stands behind {@code type macvlan} ({@code iplink_macvlan.c:macvlan_parse_opt()}); null where nothing was said. */
final class MacvlanWords {
    private static final String USAGE =
            "Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]\n"
                    + "\n"
                    + "MODE: private | vepa | bridge | passthru | source\n"
                    + "MODE_FLAG: null | nopromisc | nodst\n"
                    + "MODE_OPTS: for mode \"source\":\n"
                    + "\tmacaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }\n"
                    + "BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]";
    private static final long LARGEST_QUEUE = 0xffff_ffffL;

    private final Arguments args;
    MacvlanMode mode;
    private boolean flagged;
    private boolean nopromisc;
    private boolean nodst;
    private Long queue;
    private String sources;
    private Long source;
    private List<Long> set = List.of();

    private MacvlanWords(Arguments args) {
        this.args = args;
    }

    /** Takes all words, and refuses what the tool or the kernel would whatever the device. */
    static MacvlanWords read(Arguments args) {
        MacvlanWords words = new MacvlanWords(args);
        while (args.hasNext()) {
            words.take(args.next());
        }
        if (words.nopromisc && words.mode != MacvlanMode.PASSTHRU) {
            throw args.refuse(1, "macvlan: nopromisc flag only valid in passthru mode\n" + USAGE);
        }
        List<Long> named = new ArrayList<>(words.set);
        if (words.source != null) {
            named.add(words.source);
        }
        if (named.stream().anyMatch(mac -> !MacAddress.isValidSource(mac))) {
            throw Words.answers(args, "Cannot assign requested address");
        }
        return words;
    }

    private void take(String word) {
        if (Arguments.abbreviates(word, "mode")) {
            mode = mode(Words.value(args));
        } else if (Arguments.abbreviates(word, "flag")) {
            flag(Words.value(args));
        } else if (Arguments.abbreviates(word, "macaddr")) {
            takeSources(Words.value(args));
        } else if (Arguments.abbreviates(word, "nopromisc")) {
            flag("nopromisc");
        } else if (Arguments.abbreviates(word, "help")) {
            throw args.refuse(1, USAGE);
        } else if (Arguments.abbreviates(word, "bcqueuelen")) {
            takeQueue(Words.value(args));
        } else {
            throw args.refuse(1, "macvlan: unknown option \"" + word + "\"?\n" + USAGE);
        }
    }

    private MacvlanMode mode(String word) {
        for (MacvlanMode each : MacvlanMode.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw must("mode", "\"private\", \"vepa\", \"bridge\", \"passthru\" or \"source\"", word);
    }

    private void flag(String word) {
        switch (word) {
            case "nopromisc" -> nopromisc = true;
            case "nodst" -> nodst = true;
            case "null" -> {
                // Says that there are none, unless another word does.
            }
            default -> throw must("flag", "\"nopromisc\", \"nodst\" or \"null\"", word);
        }
        flagged = true;
    }

    private void takeQueue(String word) {
        queue = Words.number(word);
        if (queue == null || queue < 0 || queue > LARGEST_QUEUE) {
            throw must("bcqueuelen", "a positive integer [0-4294967295]", word);
        }
    }

    private void takeSources(String word) {
        switch (word) {
            case "add", "del" -> {
                LinkLayerAddress address = LinkLayerAddress.read(Words.value(args));
                if (!address.isMac()) {
                    throw args.refuse(1, address.complaint());
                }
                source = address.value();
            }
            case "set" -> set = takeAddresses();
            case "flush" -> {
                // Nothing follows.
            }
            default -> throw args.refuse(1, USAGE);
        }
        sources = word;
    }

    /** Up to the first word that is none; the tool complains of that one only if it begins with no digit. */
    private List<Long> takeAddresses() {
        List<Long> all = new ArrayList<>();
        while (args.hasNext()) {
            LinkLayerAddress address = LinkLayerAddress.read(args.peek());
            if (!address.isMac()) {
                break;
            }
            args.next();
            all.add(address.value());
        }
        return all;
    }

    private LabException must(String option, String be, String word) {
        return args.refuse(1, "Error: argument of \"" + option + "\" must be " + be + ", not \"" + word + "\"");
    }

    /** {@code ip link set X type macvlan …}; done when the result is run. */
    Runnable change(Macvlan macvlan) {
        boolean passthru = macvlan.mode() == MacvlanMode.PASSTHRU;
        if (mode != null && (mode == MacvlanMode.PASSTHRU) != passthru) {
            throw Words.answers(args, "Invalid argument");
        }
        boolean asked = nopromisc && !macvlan.options().nopromisc();
        if (passthru && asked && macvlan.lower().filter().promiscuity() == 0) {
            throw args.notModelled("a lower device that fewer than nobody wants promiscuous");
        }
        return () -> {
            if (mode != null) {
                macvlan.setMode(mode);
            }
            macvlan.setOptions(options(macvlan.options()));
            changeSources(macvlan);
        };
    }

    MacvlanOptions options(MacvlanOptions before) {
        return new MacvlanOptions(
                flagged ? nopromisc : before.nopromisc(),
                flagged ? nodst : before.nodst(),
                queue == null ? before.broadcastQueue() : queue);
    }

    /** Whether the words speak of senders to a macvlan that knows none. */
    boolean misplacesSources(MacvlanMode of) {
        return sources != null && of != MacvlanMode.SOURCE;
    }

    /** {@code macvlan_changelink_sources()}; a mode that came with them stays when they are refused. */
    void changeSources(Macvlan macvlan) {
        if (misplacesSources(macvlan.mode())) {
            throw Words.answers(args, "Invalid argument");
        }
        if ("set".equals(sources) || "flush".equals(sources)) {
            macvlan.flushSources();
        }
        set.forEach(macvlan::addSource);
        if ("del".equals(sources)) {
            macvlan.removeSource(source);
        } else if ("add".equals(sources)) {
            macvlan.addSource(source);
        }
    }
}
