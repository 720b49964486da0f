package io.ringway.lab.shell;

import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code NAME=value} and {@code $NAME}, {@code ${NAME}}: the lab's own variables; the environment is never asked. */
final class Variables {
    /** The one substitution that labs have: after it, Docker Compose names its networks. */
    private static final String FOLDER_NAME = "(basename $(pwd))";

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.put(name, value);
    }

    /** Whether a {@code $} at the cursor starts an expansion; else it stands for itself. */
    static boolean startsExpansion(SourceText source) {
        char next = source.peek(1);
        return isNameStart(next) || Character.isDigit(next) || "{(@*#?$!-'\"".indexOf(next) >= 0;
    }

    /**
     * Takes the expansion at the cursor.
     *
     * @throws LabException for any but a variable that was set before: nothing is guessed
     */
    String expand(SourceText source) {
        SourcePosition where = source.position();
        source.next();
        char c = source.peek();
        if (source.startsWith(FOLDER_NAME)) {
            source.skip(FOLDER_NAME.length());
            return Path.of("").toAbsolutePath().getFileName().toString();
        }
        if (c == '(') {
            throw source.refuse(where, "command substitution $(…) is not part of the lab language");
        }
        if (c == '\'' || c == '"') {
            throw source.refuse(where, "$" + c + "…" + c + " quoting is not part of the lab language");
        }
        boolean braces = c == '{';
        if (braces) {
            source.next();
        }
        StringBuilder name = new StringBuilder();
        while (isNamePart(source.peek())) {
            name.append(source.next());
        }
        if ((braces && source.peek() != '}') || !isName(name.toString())) {
            throw source.refuse(where, "only $NAME and ${NAME} are part of the lab language");
        }
        if (braces) {
            source.next();
        }
        String value = values.get(name.toString());
        if (value == null) {
            throw source.refuse(where, name + ": unbound variable");
        }
        return value;
    }

    static boolean isName(String text) {
        if (text.isEmpty() || !isNameStart(text.charAt(0))) {
            return false;
        }
        return text.chars().allMatch(c -> isNamePart((char) c));
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9');
    }
}
