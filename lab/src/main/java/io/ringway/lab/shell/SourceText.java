package io.ringway.lab.shell;

import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;

/** A lab's text with a cursor that knows its line and column. */
final class SourceText {
    /** No character (Unicode keeps it free for such use), so it never stands in the text. */
    static final char END = '\uffff';

    private static final char REPLACEMENT = '\ufffd';

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text.replace(END, REPLACEMENT);
    }

    /** {@link #END} behind the last character. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            next();
        }
    }

    /** The rest of the line without its newline, which is taken too. */
    String restOfLine() {
        StringBuilder rest = new StringBuilder();
        while (!atEnd() && peek() != '\n') {
            rest.append(next());
        }
        if (!atEnd()) {
            next();
        }
        return rest.toString();
    }

    SourcePosition position() {
        return new SourcePosition(file, line, column);
    }

    /** What bash would read and a lab may not hold, or what bash itself would not take: bash exits with 2 for it. */
    LabException refuse(SourcePosition where, String words) {
        return new LabException(where, "", words, LabException.USAGE);
    }
}
