package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.lab.show.SnmpText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code nstat -a[s][z][j] [PATTERN…]} of iproute2: the counters that the model moves. Differences to the last call, which
 * need its history file, are refused.
 */
final class NstatCommand implements Command {
    private static final int USAGE = 255;

    @Override
    public String name() {
        return "nstat";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        boolean absolute = false;
        boolean zeros = false;
        boolean json = false;
        List<Pattern> patterns = new ArrayList<>();
        while (args.hasNext()) {
            String word = args.next();
            if (!word.startsWith("-") || word.equals("-")) {
                patterns.add(glob(word));
                continue;
            }
            for (String option : options(word)) {
                switch (option) {
                    case "a", "ignore" -> absolute = true;
                    case "s", "noupdate" -> {}
                    case "z", "zeros" -> zeros = true;
                    case "j", "json" -> json = true;
                    case "d", "scan", "n", "nooutput", "p", "pretty", "r", "reset", "t", "interval" ->
                        throw args.notModelled("nstat " + word);
                    default ->
                        throw args.refuse(
                                USAGE,
                                word.startsWith("--")
                                        ? "nstat: unrecognized option '" + word + "'"
                                        : "nstat: invalid option -- '" + option + "'");
                }
            }
        }
        if (!absolute) {
            throw args.notModelled("nstat without -a, which shows differences to its last call,");
        }
        SnmpText text = new SnmpText(scene.namespace().stack().snmp());
        boolean withZeros = zeros;
        return CommandResult.printed(
                json
                        ? text.json(withZeros, name -> matches(patterns, name))
                        : text.text(withZeros, name -> matches(patterns, name)));
    }

    private static List<String> options(String word) {
        return word.startsWith("--")
                ? List.of(word.substring(2))
                : List.of(word.substring(1).split(""));
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** A pattern of {@code fnmatch()}, in which case does not matter. */
    private static Pattern glob(String word) {
        StringBuilder regex = new StringBuilder();
        for (char letter : word.toCharArray()) {
            switch (letter) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
