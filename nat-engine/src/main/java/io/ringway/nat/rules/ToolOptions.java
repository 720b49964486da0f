package io.ringway.nat.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options of iptables-save and iptables-restore, read as getopt_long(3) does: in any order, clustered, abbreviated. */
final class ToolOptions {
    /** @param argument null for an option without one */
    record Given(char letter, String argument) {}

    private final String program;
    private final String hint;
    /** As getopt has it: a colon behind a letter that takes a word. */
    private final String letters;

    private final Map<String, Character> names;
    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * @param hint the line that ends a refusal
     * @param names a word of a name and its letter each
     */
    ToolOptions(String program, String hint, String letters, Map<String, Character> names) {
        this.program = program;
        this.hint = hint;
        this.letters = letters;
        this.names = new TreeMap<>(names);
    }

    List<Given> given() {
        return given;
    }

    /** Words that are no options. */
    List<String> operands() {
        return operands;
    }

    /**
     * @param optional letters behind which a word may stand apart
     */
    ToolOptions read(List<String> words, String optional) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                operands.addAll(words.subList(i + 1, words.size()));
                return this;
            }
            String next = i + 1 < words.size() ? words.get(i + 1) : null;
            boolean took = false;
            if (word.startsWith("--")) {
                took = takeLong(word.substring(2), next);
            } else if (word.startsWith("-") && word.length() > 1) {
                took = takeCluster(word.substring(1), next);
            } else {
                operands.add(word);
                continue;
            }
            Given last = given.get(given.size() - 1);
            boolean may = optional.indexOf(last.letter()) >= 0 && last.argument() == null && next != null;
            i += took || (may && !next.startsWith("-") && !next.startsWith("!")) ? 1 : 0;
        }
        return this;
    }

    private boolean takesWord(char letter) {
        int at = letters.indexOf(letter);
        return at >= 0 && letters.startsWith(":", at + 1);
    }

    /** Whether the next word was taken too. */
    private boolean takeCluster(String cluster, String next) {
        for (int i = 0; i < cluster.length(); i++) {
            char letter = cluster.charAt(i);
            if (letter == ':' || letters.indexOf(letter) < 0) {
                throw refusal("invalid option -- '" + letter + "'");
            }
            if (takesWord(letter)) {
                boolean attached = i + 1 < cluster.length();
                if (!attached && next == null) {
                    throw refusal("option requires an argument -- '" + letter + "'");
                }
                given.add(new Given(letter, attached ? cluster.substring(i + 1) : next));
                return !attached;
            }
            given.add(new Given(letter, null));
        }
        return false;
    }

    private boolean takeLong(String text, String next) {
        int equals = text.indexOf('=');
        String typed = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? null : text.substring(equals + 1);
        String name = complete(typed);
        char letter = names.get(name);
        boolean missing = takesWord(letter) && value == null;
        if (missing && next == null) {
            throw refusal("option '--" + name + "' requires an argument");
        }
        if (value != null && !takesWord(letter) && !name.startsWith("wait")) {
            throw refusal("option '--" + name + "' doesn't allow an argument");
        }
        given.add(new Given(letter, missing ? next : value));
        return missing;
    }

    private String complete(String typed) {
        if (names.containsKey(typed)) {
            return typed;
        }
        List<String> begun =
                names.keySet().stream().filter(name -> name.startsWith(typed)).toList();
        if (begun.isEmpty()) {
            throw refusal("unrecognized option '--" + typed + "'");
        }
        if (begun.size() > 1) {
            StringBuilder all = new StringBuilder("option '--" + typed + "' is ambiguous; possibilities:");
            begun.forEach(name -> all.append(" '--").append(name).append('\''));
            throw refusal(all.toString());
        }
        return begun.get(0);
    }

    private IptablesException refusal(String what) {
        return new IptablesException(IptablesException.OTHER_PROBLEM, program + ": " + what + "\n" + hint);
    }
}
