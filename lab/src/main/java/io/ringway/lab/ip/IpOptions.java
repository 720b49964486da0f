package io.ringway.lab.ip;

import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.ShowOptions.Family;
import java.util.List;

/** The options of {@code ip}, abbreviated as iproute2's {@code ip.c:main()} tries them. */
final class IpOptions {
    /** In the tool's order; those behind {@code -} that a lab may use stand in {@link #read}. */
    private static final List<String> ALL = List.of(
            "-loops",
            "-family",
            "-4",
            "-6",
            "-0",
            "-M",
            "-B",
            "-human",
            "-human-readable",
            "-iec",
            "-stats",
            "-statistics",
            "-details",
            "-resolve",
            "-oneline",
            "-timestamp",
            "-tshort",
            "-Version",
            "-force",
            "-batch",
            "-brief",
            "-json",
            "-pretty",
            "-rcvbuf",
            "-color",
            "-help",
            "-netns",
            "-Numeric",
            "-all");

    private boolean json;
    private boolean pretty;
    private int statistics;
    private boolean details;
    private boolean brief;
    private boolean oneline;
    private boolean version;
    private boolean numeric;
    private boolean all;
    private Family family = Family.ANY;
    private String namespace;

    /** Takes the options up to the object. */
    static IpOptions read(Arguments args) {
        IpOptions options = new IpOptions();
        while (args.hasNext() && args.peek().startsWith("-")) {
            String word = args.next();
            if (word.equals("--")) {
                break;
            }
            options.take(args, word.startsWith("--") ? word.substring(1) : word);
        }
        return options;
    }

    /** The option that a word abbreviates; null when there is none. */
    static String named(String word) {
        return ALL.stream()
                .filter(option -> Arguments.abbreviates(word, option) && word.length() > 1)
                .findFirst()
                .orElse(null);
    }

    private void take(Arguments args, String word) {
        if (ShowOptions.leavesColorsOut(word)) {
            return;
        }
        String option = named(word);
        switch (option == null ? "" : option) {
            case "-json" -> json = true;
            case "-pretty" -> pretty = true;
            case "-stats", "-statistics" -> statistics++;
            case "-details" -> details = true;
            case "-brief" -> brief = true;
            case "-oneline" -> oneline = true;
            case "-Numeric" -> numeric = true;
            case "-Version" -> version = true;
            case "-4" -> family = Family.INET;
            case "-6" -> family = Family.INET6;
            case "-0", "-B" -> family = Family.LINK;
            case "-M" -> family = Family.OTHER;
            case "-netns" -> {
                namespace = value(args);
            }
            case "-family" -> family = familyNamed(args, value(args));
            case "-rcvbuf", "-loops" -> value(args);
            case "-all" -> all = true;
            case "-resolve", "-timestamp", "-tshort" -> {
                // Names and times of what is shown: a lab's objects have none beyond their addresses.
            }
            case "-color" -> throw args.notModelled("ip -color (leave " + word + " out)");
            case "" -> throw args.refuse(255, "Option \"" + word + "\" is unknown, try \"ip -help\".");
            default -> throw args.notModelled("ip " + option);
        }
    }

    private static String value(Arguments args) {
        if (!args.hasNext()) {
            throw args.refuse(255, "Command line is not complete. Try option \"help\"");
        }
        return args.next();
    }

    private static Family familyNamed(Arguments args, String word) {
        return switch (word) {
            case "inet" -> Family.INET;
            case "inet6" -> Family.INET6;
            case "link", "bridge" -> Family.LINK;
            case "mpls" -> Family.OTHER;
            default -> throw args.refuse(255, "Error: argument \"" + word + "\" is wrong: invalid protocol family");
        };
    }

    /** {@code -V}: print it and do nothing else. */
    boolean version() {
        return version;
    }

    /** Null when {@code -n} was not given. */
    String namespace() {
        return namespace;
    }

    /** {@code -a}: in all namespaces, for {@code ip netns exec} and {@code delete}. */
    boolean all() {
        return all;
    }

    ShowOptions forShow() {
        return new ShowOptions(json, pretty, statistics, details, brief, oneline, family, numeric);
    }
}
