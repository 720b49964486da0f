package io.ringway.lab.shell;

import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one word as bash does: quotes, escapes, variables, and the splitting of an unquoted variable at its blanks.
 * What bash would expand beyond that is refused.
 */
final class WordReader {
    private static final String META = " \t\n;&|<>()";

    private final SourceText source;
    private final Variables variables;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private SourcePosition start;
    private boolean plain;
    private boolean quoted;
    private int literalPrefix;

    WordReader(SourceText source, Variables variables) {
        this.source = source;
        this.variables = variables;
    }

    static boolean endsWord(char c) {
        return c == SourceText.END || META.indexOf(c) >= 0;
    }

    /**
     * Takes the word at the cursor: none when it was an empty unquoted variable, several when it was one with blanks.
     *
     * @param mayAssign whether {@code NAME=value} may stand here; its value is not split
     */
    List<Word> read(boolean mayAssign) {
        start = source.position();
        plain = true;
        literalPrefix = -1;
        while (!endsWord(source.peek())) {
            part(mayAssign);
        }
        finish();
        return words;
    }

    /** The name before {@code =} of an assignment, null when the word that was read is none. */
    String assignedName() {
        if (words.size() != 1) {
            return null;
        }
        String word = words.get(0).text();
        int equals = word.indexOf('=');
        boolean literal = literalPrefix < 0 || equals < literalPrefix;
        return equals > 0 && literal && Variables.isName(word.substring(0, equals)) ? word.substring(0, equals) : null;
    }

    private void part(boolean mayAssign) {
        char c = source.peek();
        switch (c) {
            case '\'' -> {
                notPlain(true);
                singleQuoted();
            }
            case '"' -> {
                notPlain(true);
                doubleQuoted();
            }
            case '\\' -> escape();
            case '$' -> {
                if (Variables.startsExpansion(source)) {
                    notPlain(false);
                    unquotedVariable(mayAssign);
                } else {
                    text.append(source.next());
                }
            }
            default -> {
                refuseExpansion(c);
                text.append(source.next());
            }
        }
    }

    private void notPlain(boolean nowQuoted) {
        plain = false;
        quoted |= nowQuoted;
        if (literalPrefix < 0) {
            literalPrefix = text.length();
        }
    }

    private void refuseExpansion(char c) {
        String what = switch (c) {
            case '*', '?', '[' -> "globbing (" + c + ")";
            case '`' -> "command substitution `…`";
            case '{', '}' -> "brace expansion or grouping (" + c + ")";
            case '~' -> text.isEmpty() ? "tilde expansion" : null;
            default -> c < ' ' || c == 0x7f ? String.format("the control character 0x%02x", (int) c) : null;
        };
        if (what != null) {
            throw source.refuse(source.position(), what + " is not part of the lab language; quote it if it is meant");
        }
    }

    private void singleQuoted() {
        SourcePosition open = source.position();
        source.next();
        while (source.peek() != '\'') {
            if (source.atEnd()) {
                throw source.refuse(open, "unexpected EOF while looking for matching `''");
            }
            text.append(source.next());
        }
        source.next();
    }

    private void doubleQuoted() {
        SourcePosition open = source.position();
        source.next();
        while (source.peek() != '"') {
            if (source.atEnd()) {
                throw source.refuse(open, "unexpected EOF while looking for matching `\"'");
            }
            quotedCharacter();
        }
        source.next();
    }

    private void quotedCharacter() {
        char c = source.peek();
        if (c == '`') {
            throw source.refuse(source.position(), "command substitution `…` is not part of the lab language");
        } else if (c == '$' && source.peek(1) != '"' && source.peek(1) != '\'' && Variables.startsExpansion(source)) {
            text.append(variables.expand(source));
        } else if (c == '\\' && "$`\"\\\n".indexOf(source.peek(1)) >= 0) {
            source.next();
            char escaped = source.next();
            if (escaped != '\n') {
                text.append(escaped);
            }
        } else {
            text.append(source.next());
        }
    }

    private void escape() {
        source.next();
        if (source.atEnd()) {
            text.append('\\');
        } else if (source.peek() == '\n') {
            source.next();
        } else {
            notPlain(true);
            text.append(source.next());
        }
    }

    private void unquotedVariable(boolean mayAssign) {
        SourcePosition where = source.position();
        String value = variables.expand(source);
        String soFar = text.toString();
        if (mayAssign && soFar.indexOf('=') > 0 && Variables.isName(soFar.substring(0, soFar.indexOf('=')))) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n') {
                finish();
                start = where;
                plain = false;
            } else if (c == '*' || c == '?' || c == '[') {
                throw source.refuse(where, "globbing (" + c + ") is not part of the lab language; quote the variable");
            } else {
                text.append(c);
            }
        }
    }

    private void finish() {
        if (!text.isEmpty() || quoted) {
            words.add(new Word(text.toString(), start, plain));
        }
        text.setLength(0);
        quoted = false;
    }

    /** Behind {@code <<}: the delimiter, not expanded. */
    static Word delimiter(SourceText source, Variables variables) throws LabException {
        WordReader reader = new WordReader(source, variables);
        reader.start = source.position();
        reader.plain = true;
        while (!endsWord(source.peek())) {
            if (source.peek() == '$' || source.peek() == '`') {
                throw source.refuse(
                        source.position(), "a heredoc's delimiter with $ or ` is not part of the lab language");
            }
            reader.part(false);
        }
        return new Word(reader.text.toString(), reader.start, reader.plain);
    }
}
