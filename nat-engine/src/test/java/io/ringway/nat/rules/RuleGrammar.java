package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.TableKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws commands of iptables from {@code grammar.txt}: most of them good, some wrong in one place. The same seed, the same texts. */
final class RuleGrammar {
    /** The words after {@code iptables}. */
    record Text(List<String> words) {
        String table() {
            return words.get(1);
        }

        /** Whether the command puts a rule at the end of a chain without a way into one that others fill. */
        boolean standsAlone() {
            return words.get(2).equals("-A") && words.lastIndexOf(FILLED) < 4;
        }

        /** As bash reads it. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("iptables");
            for (String word : words) {
                boolean plain = word.matches("[-\\w/.:,+=%]+");
                text.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
            }
            return text.toString();
        }
    }

    /**
     * A match or a target.
     *
     * @param tables where it belongs; empty for any
     * @param with words that it needs beside it
     */
    private record Part(String name, List<String> tables, List<String> with, List<List<String>> options) {}

    /** A chain that rules are put into; nothing stands in the other, "leaf". */
    private static final String FILLED = "user";

    private final Random random;
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<Part> matches = new ArrayList<>();
    private final List<Part> targets = new ArrayList<>();

    RuleGrammar(long seed) {
        random = new Random(seed);
        for (String line : grammar().split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line);
            }
        }
    }

    private static String grammar() {
        try (InputStream in = RuleGrammar.class.getResourceAsStream("grammar.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        List<String> head = words(line.substring(0, colon));
        List<String> rest = words(line.substring(colon + 1));
        if (head.get(0).equals("value")) {
            values.put(head.get(1), rest);
            return;
        }
        List<String> tables = new ArrayList<>();
        List<String> with = new ArrayList<>();
        List<String> to = null;
        for (String word : head.subList(2, head.size())) {
            if (word.equals("in") || word.equals("with")) {
                to = word.equals("in") ? tables : with;
            } else {
                to.addAll(words(word));
            }
        }
        boolean match = head.get(0).equals("match");
        if (Extensions.names().contains(head.get(1))) {
            (match ? matches : targets).add(new Part(head.get(1), tables, with, options(rest)));
        }
    }

    private static List<List<String>> options(List<String> words) {
        List<List<String>> options = new ArrayList<>();
        List<String> option = new ArrayList<>();
        for (String word : words) {
            if (word.equals("|")) {
                options.add(option);
                option = new ArrayList<>();
            } else {
                option.add(word);
            }
        }
        if (!option.isEmpty()) {
            options.add(option);
        }
        return options;
    }

    /** Parted by blanks; a word that begins with a single quote ends with the next one. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            boolean quoted = text.charAt(at) == '\'';
            int end = text.indexOf(quoted ? '\'' : ' ', at + 1);
            end = end < 0 ? text.length() : end;
            words.add(text.substring(quoted ? at + 1 : at, end));
            at = end + 1;
        }
        return words;
    }

    /** The matches and targets that have a line. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        matches.forEach(part -> names.add(part.name()));
        targets.forEach(part -> names.add(part.name()));
        return names;
    }

    private boolean maybe(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A word of a class, with all classes in it drawn too. */
    private String value(String name) {
        return expand(one(values.get(name)));
    }

    private String expand(String word) {
        int open = word.indexOf('<');
        int close = word.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return word;
        }
        return word.substring(0, open) + value(word.substring(open + 1, close)) + expand(word.substring(close + 1));
    }

    Text next() {
        Part target = maybe(50) ? one(targets) : null;
        String table = table(target);
        List<String> words = new ArrayList<>(List.of("-t", table));
        TableKind kind = TableKind.find(table);
        String chain = maybe(25)
                ? FILLED
                : kind == null || maybe(2) ? "FORWARD" : one(kind.hooks).name();
        command(words, chain);
        head(words, chain);
        List<String> with = target == null ? List.of() : target.with();
        List<Part> chosen = new ArrayList<>();
        for (int i = maybe(15) ? 0 : maybe(70) ? 1 : 2; i > 0; i--) {
            Part match = one(matches);
            // The tool prints two of these as one, though both decide.
            boolean again = !match.with().isEmpty()
                    && chosen.stream().anyMatch(part -> part.name().equals(match.name()));
            if (again) {
                continue;
            }
            if (with.isEmpty() || match.with().isEmpty() || match.with().equals(with) || maybe(5)) {
                with = with.isEmpty() ? match.with() : with;
                chosen.add(match);
            }
        }
        with(words, with);
        for (Part match : chosen) {
            words.addAll(List.of("-m", match.name()));
            options(words, match);
        }
        jump(words, target);
        return new Text(words);
    }

    private String table(Part target) {
        if (maybe(1)) {
            return maybe(50) ? "nosuch" : "security";
        }
        if (target != null && !target.tables().isEmpty() && !maybe(4)) {
            return one(target.tables());
        }
        return one(List.of("filter", "filter", "mangle", "mangle", "nat", "raw"));
    }

    private void command(List<String> words, String chain) {
        if (!maybe(4)) {
            words.addAll(List.of("-A", chain));
        } else if (maybe(50)) {
            words.addAll(List.of("-I", chain, one(List.of("1", "2", "0", "x"))));
        } else {
            words.addAll(List.of(one(List.of("-C", "-D")), chain));
        }
    }

    private void head(List<String> words, String chain) {
        option(words, 18, "-s", maybe(4) ? "badaddress" : "address");
        option(words, 18, "-d", maybe(4) ? "badaddress" : "address");
        boolean in = !chain.equals("OUTPUT") && !chain.equals("POSTROUTING");
        boolean out = !chain.equals("INPUT") && !chain.equals("PREROUTING");
        option(words, in ? 15 : 0.5, "-i", maybe(3) ? "badinterface" : "interface");
        option(words, out ? 15 : 0.5, "-o", maybe(3) ? "badinterface" : "interface");
        if (maybe(2)) {
            words.addAll(maybe(50) ? List.of("!", "-f") : List.of("-f"));
        }
    }

    private void option(List<String> words, double percent, String option, String value) {
        if (maybe(percent)) {
            if (maybe(25)) {
                words.add("!");
            }
            words.addAll(List.of(option, value(value)));
        }
    }

    private void with(List<String> words, List<String> with) {
        if (with.isEmpty() || maybe(3)) {
            option(words, 15, "-p", maybe(4) ? "badprotocol" : "protocol");
            return;
        }
        if (maybe(2)) {
            words.add("!");
        }
        words.addAll(with);
    }

    /** Mostly one or two of the options; sometimes none, one twice, or one without its last word. */
    private void options(List<String> words, Part part) {
        if (part.options().isEmpty() || maybe(3)) {
            return;
        }
        List<List<String>> left = new ArrayList<>(part.options());
        for (int wanted = maybe(60) ? 1 : maybe(60) ? 2 : 4; wanted > 0 && !left.isEmpty(); wanted--) {
            List<String> option = one(left);
            if (!maybe(3)) {
                left.remove(option);
            }
            addOption(words, option);
        }
        if (maybe(1)) {
            words.remove(words.size() - 1);
        }
        if (maybe(0.7)) {
            words.add("--nosuch");
        }
    }

    private void addOption(List<String> words, List<String> option) {
        if (maybe(2)) {
            words.add("!");
        }
        for (String word : option) {
            if (word.equals("!")) {
                if (maybe(30)) {
                    words.add(word);
                }
            } else {
                boolean value = word.contains("<");
                words.add(value && maybe(4) ? value("bad") : expand(word));
            }
        }
    }

    private void jump(List<String> words, Part target) {
        if (target != null) {
            words.addAll(List.of("-j", target.name()));
            options(words, target);
        } else if (maybe(90)) {
            boolean goes = maybe(10);
            words.add(goes ? "-g" : "-j");
            words.add(
                    goes || maybe(15)
                            ? maybe(10) ? FILLED : "leaf"
                            : maybe(3)
                                    ? one(List.of("nosuch", "INPUT", ""))
                                    : one(List.of("ACCEPT", "DROP", "RETURN")));
        }
        if (maybe(0.5)) {
            words.add(one(List.of("word", "!", "-z", "--")));
        }
    }
}
