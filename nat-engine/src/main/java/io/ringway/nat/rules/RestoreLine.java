package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of iptables-restore taken apart: counters in front, words, double quotes (xshared.c:add_param_to_argv()). */
final class RestoreLine {
    private static final Pattern COUNTER = Pattern.compile("\\[(\\d{1,18}):(\\d{1,18})\\].*");

    private RestoreLine() {}

    /**
     * The words of a command, with table and counters in front of it as options.
     *
     * @param counters whether {@code [packets:bytes]} in front of the command counts
     */
    static List<String> split(String text, String table, int line, boolean counters) {
        List<String> words = new ArrayList<>(List.of("-t", table));
        String rest = text;
        if (text.startsWith("[")) {
            int colon = text.indexOf(':');
            int close = text.indexOf(']');
            if (colon < 0 || close < colon) {
                throw Refusal.parameter("Bad line " + line + ": need ]");
            }
            if (counters) {
                words.addAll(List.of("--set-counters", text.substring(1, colon), text.substring(colon + 1, close)));
            }
            rest = text.substring(close + 1);
        }
        splitWords(rest, words);
        return words;
    }

    private static void splitWords(String text, List<String> words) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '"') {
                wasQuoted = true;
                quoted = !quoted;
                if (!quoted) {
                    words.add(word.toString());
                    word.setLength(0);
                    wasQuoted = false;
                }
            } else if (!quoted && (c == ' ' || c == '\t' || c == '\n')) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty() || wasQuoted) {
            words.add(word.toString());
        }
    }

    /** The counters of {@code [packets:bytes]}, or null when {@code text} is something else. */
    static Counter parseCounter(String text) {
        Matcher matcher = COUNTER.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Counter counter = new Counter();
        counter.set(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return counter;
    }
}
