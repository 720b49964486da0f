package io.ringway.lab.ip;

import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.ShowOptions;
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
    private boolean statistics;
    private boolean details;
    private boolean brief;
    private boolean ipv4Only;
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
        String option = named(word);
        switch (option == null ? "" : option) {
            case "-json" -> json = true;
            case "-stats", "-statistics" -> statistics = true;
            case "-details" -> details = true;
            case "-brief" -> brief = true;
            case "-4" -> ipv4Only = true;
            case "-netns" -> {
                if (!args.hasNext()) {
                    throw args.refuse(255, "Command line is not complete. Try option \"help\"");
                }
                namespace = args.next();
            }
            case "-family" -> {
                if (!args.take("inet")) {
                    throw args.notModelled("ip -family but for inet");
                }
                ipv4Only = true;
            }
            case "" -> throw args.refuse(255, "Option \"" + word + "\" is unknown, try \"ip -help\".");
            default -> throw args.notModelled("ip " + option);
        }
    }

    /** Null when {@code -n} was not given. */
    String namespace() {
        return namespace;
    }

    ShowOptions forShow() {
        return new ShowOptions(json, statistics, details, brief, ipv4Only);
    }
}
