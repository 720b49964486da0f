package io.ringway.lab.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The options of GNU {@code grep} that a lab may use. */
final class GrepOptions {
    private final List<String> patterns = new ArrayList<>();
    private GrepSyntax syntax = GrepSyntax.BASIC;
    private boolean ignoreCase;
    private boolean wholeWord;
    private boolean wholeLine;
    private boolean invert;
    private Grep.Show show = Grep.Show.LINES;
    private boolean numbers;
    private int before;
    private int after;
    private int most = Integer.MAX_VALUE;

    private GrepOptions() {}

    static Grep read(FilterWords words, boolean extended) {
        GrepOptions options = new GrepOptions();
        options.syntax = extended ? GrepSyntax.EXTENDED : GrepSyntax.BASIC;
        List<String> operands = new ArrayList<>();
        while (words.hasNext()) {
            String word = words.next();
            if (!words.isOption(word)) {
                operands.add(word);
            } else if (!options.choice(word) && !options.valued(word, words)) {
                throw words.unknown(word);
            }
        }
        return options.build(words, operands);
    }

    private Grep build(FilterWords words, List<String> operands) {
        if (patterns.isEmpty()) {
            if (operands.isEmpty()) {
                throw words.refuse("grep: a pattern is missing");
            }
            patterns.add(operands.remove(0));
        }
        operands.remove("-");
        if (!operands.isEmpty()) {
            throw words.file(operands.get(0));
        }
        List<String> translated = new ArrayList<>();
        for (String pattern : String.join("\n", patterns).split("\n", -1)) {
            translated.add("(?:" + syntax.translate(pattern, words) + ")");
        }
        String all = "(?:" + String.join("|", translated) + ")";
        if (wholeLine) {
            all = "^" + all + "$";
        } else if (wholeWord) {
            all = "(?<![\\p{Alnum}_])" + all + "(?![\\p{Alnum}_])";
        }
        Pattern pattern = Pattern.compile(all, ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return new Grep(pattern, invert, show, numbers, before, after, most);
    }

    private boolean choice(String word) {
        switch (word) {
            case "-v", "--invert-match" -> invert = true;
            case "-i", "-y", "--ignore-case" -> ignoreCase = true;
            case "-c", "--count" -> show = Grep.Show.COUNT.stronger(show);
            case "-o", "--only-matching" -> show = Grep.Show.MATCHES.stronger(show);
            case "-q", "--quiet", "--silent" -> show = Grep.Show.NOTHING;
            case "-n", "--line-number" -> numbers = true;
            case "-w", "--word-regexp" -> wholeWord = true;
            case "-x", "--line-regexp" -> wholeLine = true;
            case "-E", "--extended-regexp" -> syntax = GrepSyntax.EXTENDED;
            case "-F", "--fixed-strings" -> syntax = GrepSyntax.FIXED;
            case "-G", "--basic-regexp" -> syntax = GrepSyntax.BASIC;
            case "-s", "--no-messages", "-h", "--no-filename", "--line-buffered", "-a", "--text" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean valued(String word, FilterWords words) {
        if (word.matches("-\\d{1,9}")) {
            before = Integer.parseInt(word.substring(1));
            after = before;
            return true;
        }
        switch (word) {
            case "-e", "--regexp" -> patterns.add(words.value());
            case "-A", "--after-context" -> after = words.number();
            case "-B", "--before-context" -> before = words.number();
            case "-C", "--context" -> {
                before = words.number();
                after = before;
            }
            case "-m", "--max-count" -> most = words.number();
            case "--color", "--colour" -> words.skipOptionalValue();
            default -> {
                return false;
            }
        }
        return true;
    }
}
