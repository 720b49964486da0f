package io.ringway.nat.set;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The options behind a set's type or a member, one after the other ({@code call_parser()}). */
final class OptionWords {
    private final List<String> words;
    private final List<String> names;
    private final Set<String> seen = new HashSet<>();
    private int at;
    private String name;
    private String argument;

    /**
     * @param names the options there are, with {@code =} behind those that take a word
     */
    OptionWords(List<String> words, List<String> names) {
        this.words = words;
        this.names = names;
    }

    /** Goes to the next option; false when there is none. */
    boolean next() {
        if (at >= words.size()) {
            return false;
        }
        String word = words.get(at++);
        String bare = word.startsWith("--") ? word.substring(2) : word;
        if (names.contains(bare)) {
            name = bare;
            argument = word;
            return true;
        }
        if (bare.endsWith("=") || !names.contains(bare + "=")) {
            throw SetRefusal.parameter("Unknown argument: `" + word + "'");
        }
        name = bare;
        if (at >= words.size()) {
            throw SetRefusal.parameter("Missing mandatory argument of option `" + name + "'");
        }
        argument = words.get(at++);
        return true;
    }

    String name() {
        return name;
    }

    String argument() {
        return argument;
    }

    /** Refuses the option when it came before, unless it is a mere flag. */
    void once(boolean flag) {
        once(name, flag);
    }

    /** As {@link #once(boolean)}, for one of several names of the same option. */
    void once(String option, boolean flag) {
        if (!seen.add(option) && !flag) {
            throw SetRefusal.syntax(name + " already specified");
        }
    }
}
