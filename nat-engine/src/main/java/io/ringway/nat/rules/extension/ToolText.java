package io.ringway.nat.rules.extension;

/** Words of the user's in rules, as the tool takes and prints them. */
public final class ToolText {
    private ToolText() {}

    /**
     * What {@code --log-prefix} and its like take ({@code xtopt_parse_string()}): something, on one line.
     *
     * @param maxLength what is longer is cut
     */
    public static String parseLine(String text, int maxLength) {
        if (text.isEmpty()) {
            throw Refusal.parameter("Argument must have a minimum length of 1 characters\n");
        }
        if (text.indexOf('\n') >= 0) {
            throw Refusal.parameter("Newlines not allowed in --log-prefix");
        }
        return text.length() > maxLength ? text.substring(0, maxLength) : text;
    }

    /** Quotes where the tool does: anything but letters, digits, {@code _} and {@code -}, or nothing at all. */
    public static void quote(StringBuilder out, String text) {
        if (text.matches("[-_0-9a-zA-Z]+")) {
            out.append(text);
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '\'') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
