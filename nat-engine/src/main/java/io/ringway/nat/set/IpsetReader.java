package io.ringway.nat.set;

import io.ringway.nat.set.IpsetLine.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads one command line of ipset (lib/ipset.c: {@code ipset_parser()}). */
final class IpsetReader {
    private static final int MOST_WORDS = 31;
    private static final int TYPE_NAME = 31;

    private final IpSets sets;
    private final IpsetOptions options;
    private final boolean restoring;

    IpsetReader(IpSets sets, IpsetOptions options, boolean restoring) {
        this.sets = sets;
        this.options = options;
        this.restoring = restoring;
    }

    /**
     * @throws SetRefusal for what the tool refuses before it asks the kernel to do it
     */
    IpsetLine read(List<String> args) {
        if (args.size() > MOST_WORDS) {
            throw SetRefusal.parameter("Line is too long to parse.");
        }
        List<String> words = new ArrayList<>(args);
        options.take(words);
        Kind kind = words.isEmpty() ? null : Kind.of(words.get(0));
        if (kind == null) {
            throw SetRefusal.parameter(
                    words.isEmpty()
                            ? "No command specified."
                            : "No command specified: unknown argument " + words.get(0));
        }
        if (restoring && (kind == Kind.RESTORE || kind == Kind.VERSION || kind == Kind.HELP)) {
            throw SetRefusal.parameter("Command `" + kind.command() + "' is invalid in restore mode.");
        }
        words.remove(0);
        for (int i = 0; i < kind.words; i++) {
            if (words.size() <= i) {
                throw SetRefusal.parameter(
                        "Missing " + (i == 0 ? "" : "second ") + "mandatory argument to command " + kind.command());
            }
        }
        return read(kind, words);
    }

    private IpsetLine read(Kind kind, List<String> words) {
        String first = words.isEmpty() || kind.words == 0 ? null : words.get(0);
        List<String> rest = words.subList(first == null ? 0 : kind.words == 2 ? 2 : 1, words.size());
        if (first != null && kind != Kind.HELP) {
            IpSets.checkName(first);
        }
        switch (kind) {
            case CREATE -> {
                return new IpsetLine(kind, first, null, header(first, words.get(1), rest), null);
            }
            case ADD, DEL, TEST -> {
                SetHeader header = sets.get(first).set().header();
                Entry entry = new EntryReader(header, kind.command()).read(words.get(1), rest);
                return new IpsetLine(kind, first, null, null, entry);
            }
            case RENAME, SWAP -> IpSets.checkName(words.get(1));
            default -> {}
        }
        if (!rest.isEmpty()) {
            throw SetRefusal.parameter("Unknown argument " + rest.get(0));
        }
        return new IpsetLine(kind, first, kind.words == 2 ? words.get(1) : null, null, null);
    }

    private SetHeader header(String name, String typeName, List<String> rest) {
        if (typeName.length() > TYPE_NAME) {
            throw SetRefusal.syntax("typename '" + typeName + "' is longer than " + TYPE_NAME + " characters");
        }
        return new HeaderReader(SetType.named(typeName), sets.drawSeed(name)).read(rest);
    }

    /** The words of a line of a restored text: quotes hold together and go, empty words too. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ' ' && c != '\t' && c != '\r' && c != '\n')) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
