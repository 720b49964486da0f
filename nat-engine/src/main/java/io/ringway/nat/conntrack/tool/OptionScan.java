package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.tool.LongOption.Argument;
import java.util.ArrayList;
import java.util.List;

/** Takes options off a command line as {@code getopt_long()} does; words that belong to none are passed over. */
final class OptionScan {
    private static final String WITH_ARGUMENT = "sdrqptuea[]{}mifocbwl<()";
    private static final String WITH_ATTACHED = "LIUDGEFACngj>";
    private static final String WITHOUT = "hVzS";

    private final List<String> words;
    private List<LongOption> options = LongOption.GENERAL;
    private int at;
    private String cluster = "";
    private char letter;
    private boolean protocols;
    private String argument;
    private boolean attached;

    OptionScan(List<String> words) {
        this.words = words;
    }

    /** Has options of a protocol known from now on. */
    void know(List<LongOption> more) {
        List<LongOption> all = new ArrayList<>(options);
        all.addAll(more);
        options = all;
    }

    /** Goes to the next option; false when there is none. */
    boolean next() {
        argument = null;
        attached = false;
        protocols = false;
        if (!cluster.isEmpty()) {
            shortOption();
            return true;
        }
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) {
                at = words.size();
                return false;
            }
            if (word.startsWith("--")) {
                longOption(word.substring(2));
                return true;
            }
            if (word.startsWith("-") && word.length() > 1) {
                cluster = word.substring(1);
                shortOption();
                return true;
            }
        }
        return false;
    }

    private void shortOption() {
        letter = cluster.charAt(0);
        cluster = cluster.substring(1);
        if (WITHOUT.indexOf(letter) >= 0) {
            return;
        }
        boolean needs = WITH_ARGUMENT.indexOf(letter) >= 0;
        if (!needs && WITH_ATTACHED.indexOf(letter) < 0) {
            throw unknown();
        }
        if (!cluster.isEmpty()) {
            argument = cluster;
            attached = true;
            cluster = "";
        } else if (needs) {
            argument = needed();
        }
    }

    private void longOption(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        LongOption option = find(name);
        if (option == null || (equals >= 0 && option.argument() == Argument.NONE)) {
            throw unknown();
        }
        letter = option.letter();
        protocols = !LongOption.GENERAL.contains(option);
        if (equals >= 0) {
            argument = word.substring(equals + 1);
            attached = true;
        } else if (option.argument() == Argument.NEEDED) {
            argument = needed();
        }
    }

    /** The option of this name, or the only one that it abbreviates; null for none. */
    private LongOption find(String name) {
        LongOption found = null;
        for (LongOption option : options) {
            if (option.name().equals(name)) {
                return option;
            }
            if (option.name().startsWith(name)) {
                if (found != null && (found.letter() != option.letter() || found.argument() != option.argument())) {
                    return exact(name);
                }
                found = found == null ? option : found;
            }
        }
        return found;
    }

    private LongOption exact(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String needed() {
        if (at >= words.size()) {
            throw ConntrackRefusal.parameter("option `" + words.get(words.size() - 1) + "' requires an argument");
        }
        return words.get(at++);
    }

    private ConntrackRefusal unknown() {
        return ConntrackRefusal.parameter("unknown option `" + words.get(Math.max(0, at - 1)) + "'");
    }

    char letter() {
        return letter;
    }

    /** Whether it is an option of a protocol, {@link #letter} its number. */
    boolean isOfProtocol() {
        return protocols;
    }

    String argument() {
        return argument;
    }

    /** The next word if it is no option and nothing was attached to this one, taken; else null. */
    String optional() {
        if (attached || at >= words.size()) {
            return null;
        }
        String word = words.get(at);
        if (word.startsWith("-") || word.startsWith("!")) {
            return null;
        }
        at++;
        return word;
    }
}
