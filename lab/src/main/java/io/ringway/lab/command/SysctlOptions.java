package io.ringway.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The options of {@code sysctl}, which may stand between and behind its names. */
final class SysctlOptions {
    /** What it prints of a setting. */
    enum Form {
        NAME_AND_VALUE,
        NAME,
        VALUE,
        BARE_VALUE
    }

    private final Arguments args;
    private final List<String> words = new ArrayList<>();
    private Form form = Form.NAME_AND_VALUE;
    private Pattern pattern;
    private boolean quiet;
    private boolean ignoreUnknown;
    private boolean write;
    private boolean dryRun;
    private boolean all;
    private boolean version;

    private SysctlOptions(Arguments args) {
        this.args = args;
    }

    static SysctlOptions read(Arguments args) {
        SysctlOptions options = new SysctlOptions(args);
        while (args.hasNext()) {
            String word = args.next();
            if (word.startsWith("--") && word.length() > 2) {
                options.takeLong(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                options.takeShort(word);
            } else {
                options.words.add(word);
            }
        }
        return options;
    }

    private void takeShort(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == 'r') {
                String rest = word.substring(i + 1);
                takePattern(rest.isEmpty() ? value() : rest);
                return;
            }
            take(letter, "-" + letter);
        }
    }

    private void takeLong(String word) {
        int equals = word.indexOf('=');
        switch (equals < 0 ? word : word.substring(0, equals)) {
            case "--all" -> take('a', word);
            case "--binary" -> take('b', word);
            case "--ignore" -> take('e', word);
            case "--names" -> take('N', word);
            case "--values" -> take('n', word);
            case "--quiet" -> take('q', word);
            case "--write" -> take('w', word);
            case "--version" -> take('V', word);
            case "--dry-run" -> dryRun = true;
            case "--pattern" -> takePattern(equals < 0 ? value() : word.substring(equals + 1));
            default -> throw args.notModelled("sysctl " + word);
        }
    }

    private void take(char letter, String word) {
        switch (letter) {
            case 'a', 'A', 'X' -> all = true;
            case 'b' -> form = Form.BARE_VALUE;
            case 'N' -> form = Form.NAME;
            case 'n' -> form = Form.VALUE;
            case 'e' -> ignoreUnknown = true;
            case 'q' -> quiet = true;
            case 'w' -> write = true;
            case 'V' -> version = true;
            case 'o', 'x' -> {
                // BSD has them, and they do nothing.
            }
            default -> throw args.notModelled("sysctl " + word);
        }
    }

    private String value() {
        if (!args.hasNext()) {
            throw args.refuse(1, "sysctl: option requires an argument -- 'r'");
        }
        return args.next();
    }

    /** Extended regular expressions mean the same in Java but for classes and escapes. */
    private void takePattern(String text) {
        if (text.contains("[:") || text.contains("\\")) {
            throw args.notModelled("sysctl -r with a class or an escape");
        }
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw args.notModelled("sysctl -r " + text);
        }
    }

    List<String> words() {
        return words;
    }

    Form form() {
        return form;
    }

    boolean selects(String name) {
        return pattern == null || pattern.matcher(name).find();
    }

    boolean quiet() {
        return quiet;
    }

    boolean ignoresUnknown() {
        return ignoreUnknown;
    }

    boolean mustWrite() {
        return write;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean all() {
        return all;
    }

    boolean version() {
        return version;
    }
}
