package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.ExtensionOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command line, taken apart as getopt_long(3) does in the mode that returns everything in order: short
 * options in clusters, long ones abbreviated as long as that is unambiguous.
 */
final class CommandLine {
    /** What {@link #next} found. */
    enum Found {
        GLOBAL,
        EXTENSION,
        WORD,
        UNKNOWN,
        MISSING_ARGUMENT,
        END
    }

    private final List<String> words;
    private final List<ExtensionUse<?>> uses = new ArrayList<>();
    private int at;
    private String cluster = "";

    private char letter;
    private String argument;
    private ExtensionUse<?> use;
    private ExtensionOption option;

    CommandLine(List<String> words) {
        this.words = words;
    }

    /** Makes the options of an extension known; those added last are found first. */
    void add(ExtensionUse<?> use) {
        uses.add(0, use);
    }

    Found next() {
        argument = null;
        if (!cluster.isEmpty()) {
            return shortOption();
        }
        if (at == words.size()) {
            return Found.END;
        }
        String word = words.get(at++);
        if (word.equals("--")) {
            return Found.END;
        }
        if (!word.startsWith("-") || word.equals("-")) {
            argument = word;
            return Found.WORD;
        }
        if (word.startsWith("--")) {
            return longOption(word.substring(2));
        }
        cluster = word.substring(1);
        return shortOption();
    }

    /** Looks at the last word once more, with the options that have become known. */
    Found again() {
        at--;
        return next();
    }

    private Found shortOption() {
        GlobalOption global = GlobalOption.ofLetter(cluster.charAt(0));
        letter = cluster.charAt(0);
        cluster = cluster.substring(1);
        if (global == null) {
            return Found.UNKNOWN;
        }
        if (global.takes() == 'n') {
            return Found.GLOBAL;
        }
        if (!cluster.isEmpty()) {
            argument = cluster;
            cluster = "";
            return Found.GLOBAL;
        }
        return global.takes() == 'o' ? Found.GLOBAL : withNextWord(Found.GLOBAL);
    }

    private Found withNextWord(Found found) {
        if (at == words.size()) {
            return Found.MISSING_ARGUMENT;
        }
        argument = words.get(at++);
        return found;
    }

    private Found longOption(String text) {
        letter = 0;
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String attached = equals < 0 ? null : text.substring(equals + 1);
        GlobalOption global = find(name);
        if (global == null && option == null) {
            return Found.UNKNOWN;
        }
        char takes = global != null ? global.takes() : option.argument() ? 'y' : 'n';
        if (attached != null && takes == 'n') {
            return Found.UNKNOWN;
        }
        letter = global != null ? global.letter() : 0;
        Found found = global != null ? Found.GLOBAL : Found.EXTENSION;
        argument = attached;
        return takes == 'y' && attached == null ? withNextWord(found) : found;
    }

    /** The option of a name or of its only completion: a global one returned, or an extension's in the fields. */
    private GlobalOption find(String name) {
        option = null;
        GlobalOption begun = null;
        int completions = 0;
        for (GlobalOption global : GlobalOption.ALL) {
            if (global.name().equals(name)) {
                return global;
            }
            if (global.name().startsWith(name)) {
                completions += begun != null && begun.letter() == global.letter() ? 0 : 1;
                begun = global;
            }
        }
        for (ExtensionUse<?> known : uses) {
            for (ExtensionOption candidate : known.options()) {
                if (candidate.name().equals(name)) {
                    use = known;
                    option = candidate;
                    return null;
                }
            }
        }
        for (ExtensionUse<?> known : uses) {
            for (ExtensionOption candidate : known.options()) {
                if (candidate.name().startsWith(name)) {
                    boolean alias = option != null && use == known && option.id() == candidate.id();
                    completions += alias ? 0 : 1;
                    use = known;
                    option = candidate;
                }
            }
        }
        if (completions != 1) {
            option = null;
            return null;
        }
        return option == null ? begun : null;
    }

    /** Whether the next word is neither an option nor {@code !}. */
    boolean hasWord() {
        return at < words.size()
                && !words.get(at).startsWith("-")
                && !words.get(at).startsWith("!");
    }

    /** The next word, whatever it is. */
    String takeWord() {
        return words.get(at++);
    }

    /** The word looked at last: an option, or its argument. */
    String lastWord() {
        return words.get(at - 1);
    }

    boolean exhausted() {
        return at == words.size();
    }

    /** Index of the word looked at last. */
    int position() {
        return at - 1;
    }

    /** The letter of a global option, or an unknown short one; 0 for a long option. */
    char letter() {
        return letter;
    }

    /** The argument of the option; null where it takes none or an optional one was not attached. */
    String argument() {
        return argument;
    }

    /** The extension whose option was found. */
    ExtensionUse<?> use() {
        return use;
    }

    ExtensionOption option() {
        return option;
    }
}
