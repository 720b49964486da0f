package io.ringway.lab.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a pattern is written: POSIX XBD §9 with GNU's additions, or as plain text. */
enum GrepSyntax {
    BASIC,
    EXTENDED,
    FIXED;

    /** The pattern as Java writes it; GNU's own words where it is none. */
    String translate(String pattern, FilterWords words) {
        if (this == FIXED) {
            return Pattern.quote(pattern);
        }
        String java = new Translation(pattern, this == EXTENDED, words).run();
        try {
            Pattern.compile(java);
        } catch (PatternSyntaxException e) {
            throw words.refuse("grep: Invalid regular expression: " + pattern);
        }
        return java;
    }

    /** One pass over a pattern. */
    private static final class Translation {
        private final String text;
        private final boolean extended;
        private final FilterWords words;
        private final StringBuilder java = new StringBuilder();
        private int at;
        /** Whether nothing stands before that could be repeated. */
        private boolean start = true;

        private final Deque<Integer> open = new ArrayDeque<>();
        private int lastAtom;
        private boolean repeated;

        Translation(String text, boolean extended, FilterWords words) {
            this.text = text;
            this.extended = extended;
            this.words = words;
        }

        String run() {
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\\') {
                    escaped();
                } else if (c == '[') {
                    bracket();
                } else if (c == '*') {
                    repeat("*");
                } else if (c == '.') {
                    atom(".");
                } else if (c == '^') {
                    caret();
                } else if (c == '$') {
                    dollar();
                } else if (extended && "()|+?{".indexOf(c) >= 0) {
                    operator(c);
                } else {
                    atom(Pattern.quote(String.valueOf(c)));
                }
            }
            if (!open.isEmpty()) {
                throw words.refuse("grep: Unmatched ( or \\(");
            }
            return java.toString();
        }

        private void atom(String regex) {
            lastAtom = java.length();
            java.append(regex);
            start = false;
            repeated = false;
        }

        private void repeat(String sign) {
            if (!start && repeated) {
                java.insert(lastAtom, "(?:").append(')').append(sign);
            } else if (!start) {
                java.append(sign);
                repeated = true;
            } else if (!extended) {
                atom(Pattern.quote(sign));
            }
        }

        private void operator(char c) {
            switch (c) {
                case '(' -> {
                    open.push(java.length());
                    java.append('(');
                    start = true;
                }
                case ')' -> {
                    if (open.isEmpty()) {
                        atom("\\)");
                        return;
                    }
                    atom(")");
                    lastAtom = open.pop();
                }
                case '|' -> {
                    java.append('|');
                    start = true;
                }
                case '{' -> interval(extended ? "}" : "\\}");
                default -> repeat(String.valueOf(c));
            }
        }

        private void interval(String close) {
            int end = text.indexOf(close, at);
            String inside = end < 0 ? "" : text.substring(at, end);
            if (inside.matches("\\d*,?\\d*") && inside.matches(".*\\d.*")) {
                at = end + close.length();
                repeat("{" + (inside.startsWith(",") ? "0" : "") + inside + "}");
            } else if (extended) {
                atom("\\{");
            } else {
                throw words.refuse("grep: Invalid content of \\{\\}");
            }
        }

        private void escaped() {
            if (at >= text.length()) {
                throw words.refuse("grep: Trailing backslash");
            }
            char c = text.charAt(at++);
            if (!extended && "()|+?{".indexOf(c) >= 0) {
                operator(c);
            } else if (c == '<') {
                java.append("\\b(?=\\w)");
            } else if (c == '>') {
                java.append("\\b(?<=\\w)");
            } else if ("wWsSbB".indexOf(c) >= 0 || (c >= '1' && c <= '9')) {
                atom("\\" + c);
            } else {
                atom(Pattern.quote(String.valueOf(c)));
            }
        }

        private void caret() {
            boolean first = java.isEmpty()
                    || java.toString().endsWith("(")
                    || java.toString().endsWith("|");
            if (extended || first) {
                java.append('^');
            } else {
                atom("\\^");
            }
        }

        private void dollar() {
            boolean anchors =
                    extended || at == text.length() || text.startsWith("\\)", at) || text.startsWith("\\|", at);
            if (anchors) {
                java.append('$');
            } else {
                atom("\\$");
            }
        }

        /** From behind {@code [} to the closing {@code ]}, which stands for itself in the first place. */
        private void bracket() {
            StringBuilder set = new StringBuilder("[");
            if (at < text.length() && text.charAt(at) == '^') {
                set.append('^');
                at++;
            }
            boolean first = true;
            while (at < text.length() && (first || text.charAt(at) != ']')) {
                first = false;
                char c = text.charAt(at++);
                if (c == '[' && at < text.length() && text.charAt(at) == ':') {
                    set.append(namedClass());
                } else if (c == '-' && set.length() > 1 && at < text.length() && text.charAt(at) != ']') {
                    set.append('-');
                } else {
                    set.append("[]&^-\\".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
                }
            }
            if (at >= text.length()) {
                throw words.refuse("grep: Unmatched [, [^, [:, [., or [=");
            }
            at++;
            atom(set.append(']').toString());
        }

        private String namedClass() {
            int end = text.indexOf(":]", at);
            String name = end < 0 ? "" : text.substring(at + 1, end);
            String java = switch (name) {
                case "alnum" -> "\\p{Alnum}";
                case "alpha" -> "\\p{Alpha}";
                case "blank" -> "\\p{Blank}";
                case "cntrl" -> "\\p{Cntrl}";
                case "digit" -> "\\p{Digit}";
                case "graph" -> "\\p{Graph}";
                case "lower" -> "\\p{Lower}";
                case "print" -> "\\p{Print}";
                case "punct" -> "\\p{Punct}";
                case "space" -> "\\p{Space}";
                case "upper" -> "\\p{Upper}";
                case "xdigit" -> "\\p{XDigit}";
                default -> throw words.refuse("grep: Invalid character class name");
            };
            at = end + 2;
            return java;
        }
    }
}
