package io.ringway.lab.text;

import java.util.ArrayList;
import java.util.List;

/** A text as the lines that end with a newline, the last one perhaps without. */
final class Lines {
    private Lines() {}

    /** Each line with its newline, if it has one. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    static String withoutNewline(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
