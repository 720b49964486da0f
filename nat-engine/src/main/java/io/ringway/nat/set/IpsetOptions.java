package io.ringway.nat.set;

import java.util.List;

/** The options that may stand anywhere on ipset's command line; in a restored text they hold from their line on. */
final class IpsetOptions {
    /** How sets are printed; null until a command has settled it. */
    enum Mode {
        PLAIN,
        SAVE,
        XML
    }

    boolean exist;
    boolean quiet;
    boolean sorted;
    boolean namesOnly;
    boolean terse;
    Mode mode;

    /** Takes the options out of the words. */
    void take(List<String> words) {
        takeOutput(words);
        sorted |= takeFlag(words, "-s", "-sorted");
        quiet |= takeFlag(words, "-q", "-quiet");
        if (takeFlag(words, "-r", "-resolve")) {
            throw SetRefusal.notModelled("option -resolve");
        }
        exist |= takeFlag(words, "-!", "-exist");
        namesOnly |= takeFlag(words, "-n", "-name");
        terse |= takeFlag(words, "-t", "-terse");
        if (takeFlag(words, "-f", "-file")) {
            throw SetRefusal.other("option -file is not part of the lab language: sets come by <<EOF");
        }
    }

    private static int find(List<String> words, String name, String longName) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).startsWith("--") ? words.get(i).substring(1) : words.get(i);
            if (word.equals(name) || word.equals(longName)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean takeFlag(List<String> words, String name, String longName) {
        boolean found = false;
        for (int at = find(words, name, longName); at >= 0; at = find(words, name, longName)) {
            words.remove(at);
            found = true;
        }
        return found;
    }

    private void takeOutput(List<String> words) {
        for (int at = find(words, "-o", "-output"); at >= 0; at = find(words, "-o", "-output")) {
            words.remove(at);
            if (at >= words.size()) {
                throw SetRefusal.parameter("Missing mandatory argument to option -o");
            }
            String word = words.remove(at);
            mode = switch (word) {
                case "plain" -> Mode.PLAIN;
                case "save" -> Mode.SAVE;
                case "xml" -> Mode.XML;
                default -> throw SetRefusal.syntax("unknown output mode '" + word + "'");
            };
        }
    }
}
