package io.ringway.lab.shell;

import io.ringway.lab.SourcePosition;

/**
 * A heredoc whose operator was met: its text starts on the next line (POSIX XCU §2.7.4).
 *
 * @param stripTabs {@code <<-}: leading tabs are taken off each line
 */
record Heredoc(Word delimiter, boolean stripTabs) {

    /** Takes the text, from the start of its first line to the delimiter's line. */
    String read(SourceText source, Variables variables) {
        StringBuilder text = new StringBuilder();
        while (true) {
            if (source.atEnd()) {
                throw source.refuse(
                        delimiter.position(),
                        "here-document delimited by end-of-file (wanted `" + delimiter.text() + "')");
            }
            if (stripTabs) {
                while (source.peek() == '\t') {
                    source.next();
                }
            }
            if (atDelimiter(source)) {
                source.restOfLine();
                return text.toString();
            }
            if (delimiter.plain()) {
                expandLine(source, variables, text);
            } else {
                text.append(source.restOfLine()).append('\n');
            }
        }
    }

    private boolean atDelimiter(SourceText source) {
        if (!source.startsWith(delimiter.text())) {
            return false;
        }
        char behind = source.peek(delimiter.text().length());
        return behind == '\n' || behind == SourceText.END;
    }

    private static void expandLine(SourceText source, Variables variables, StringBuilder text) {
        while (!source.atEnd()) {
            char c = source.peek();
            char following = source.peek(1);
            SourcePosition where = source.position();
            if (c == '`') {
                throw source.refuse(where, "command substitution `…` is not part of the lab language");
            } else if (c == '$' && following != '"' && following != '\'' && Variables.startsExpansion(source)) {
                text.append(variables.expand(source));
            } else if (c == '\\' && "$`\\\n".indexOf(following) >= 0) {
                source.next();
                char escaped = source.next();
                if (escaped != '\n') {
                    text.append(escaped);
                }
            } else {
                text.append(source.next());
                if (c == '\n') {
                    return;
                }
            }
        }
        text.append('\n');
    }
}
