package io.ringway.lab.shell;

import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a lab's text into simple commands, as bash would, up to what a lab may hold: {@code ;}, {@code &&}, {@code &},
 * {@code |}, heredocs, variables and {@code >} are understood, all other grammar is refused with its place.
 *
 * <p>A pasted {@code $ } at the start of a line is taken off, for no command is called so. A pasted {@code # } would be
 * a comment to bash, and so it is here, unless {@code transcript} says that the text holds nothing else.
 */
public final class ShellReader {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "in",
            "function",
            "select",
            "time",
            "coproc",
            "!",
            "[[",
            "]]");

    private final SourceText source;
    private final boolean transcript;
    private final Variables variables = new Variables();
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<List<Word>> piped = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private boolean assigned;
    private Heredoc heredoc;
    private Word redirect;
    private ShellCommand unfinished;

    public ShellReader(String file, String text, boolean transcript) {
        source = new SourceText(file, text);
        this.transcript = transcript;
    }

    /**
     * @throws LabException for what the lab language does not have
     */
    public List<ShellCommand> read() {
        boolean lineStart = true;
        while (!source.atEnd()) {
            char c = source.peek();
            if (c == ' ' || c == '\t') {
                source.next();
            } else if (lineStart && isPrompt()) {
                source.next();
                lineStart = false;
            } else if (source.startsWith("\\\n")) {
                source.skip(2);
            } else if (c == '\n') {
                source.next();
                endLine();
                lineStart = true;
            } else if (c == '#') {
                while (!source.atEnd() && source.peek() != '\n') {
                    source.next();
                }
            } else {
                lineStart = false;
                element(c);
            }
        }
        endLine();
        return commands;
    }

    private boolean isPrompt() {
        boolean sign = source.peek() == '$' || (transcript && source.peek() == '#');
        return words.isEmpty() && sign && (source.peek(1) == ' ' || source.peek(1) == '\t');
    }

    private void element(char c) {
        switch (c) {
            case ';' -> separator(";");
            case '&' -> ampersand();
            case '|' -> pipe();
            case '<' -> input();
            case '>' -> output();
            case '(', ')' ->
                throw source.refuse(
                        source.position(), "subshells and functions (" + c + ") are not part of the lab language");
            default -> word();
        }
    }

    private void word() {
        WordReader reader = new WordReader(source, variables);
        SourcePosition where = source.position();
        List<Word> read = reader.read(words.isEmpty());
        String name = words.isEmpty() && piped.isEmpty() ? reader.assignedName() : null;
        if (name != null) {
            variables.set(name, read.get(0).text().substring(name.length() + 1));
            assigned = true;
            return;
        }
        if (assigned && !read.isEmpty()) {
            throw source.refuse(where, "a variable for one command only is not part of the lab language");
        }
        if (words.isEmpty()
                && !read.isEmpty()
                && read.get(0).plain()
                && KEYWORDS.contains(read.get(0).text())) {
            throw source.refuse(where, "`" + read.get(0).text() + "': the lab language has no loops and no conditions");
        }
        boolean digits = read.size() == 1
                && read.get(0).plain()
                && read.get(0).text().chars().allMatch(Character::isDigit);
        if (digits && (source.peek() == '>' || source.peek() == '<')) {
            throw source.refuse(where, "redirecting a file descriptor is not part of the lab language");
        }
        words.addAll(read);
    }

    private void ampersand() {
        if (source.peek(1) == '>') {
            throw source.refuse(source.position(), "&> is not part of the lab language");
        } else if (source.peek(1) == '&') {
            separator("&&");
        } else {
            separator("&");
        }
    }

    private void pipe() {
        SourcePosition where = source.position();
        if (source.peek(1) == '|' || source.peek(1) == '&') {
            throw source.refuse(where, "|" + source.peek(1) + " is not part of the lab language");
        }
        if (words.isEmpty()) {
            throw source.refuse(where, "syntax error near unexpected token `|'");
        }
        if (redirect != null || (heredoc != null && (!piped.isEmpty() || unfinished != null))) {
            throw source.refuse(where, "a pipe behind a redirection is not part of the lab language");
        }
        source.next();
        piped.add(List.copyOf(words));
        words = new ArrayList<>();
    }

    private void separator(String operator) {
        SourcePosition where = source.position();
        if ((words.isEmpty() && (!assigned || !piped.isEmpty())) || source.startsWith(";;")) {
            throw source.refuse(
                    where, "syntax error near unexpected token `" + (source.startsWith(";;") ? ";;" : operator) + "'");
        }
        source.skip(operator.length());
        endCommand(operator);
    }

    private void input() {
        SourcePosition where = source.position();
        if (!source.startsWith("<<") || source.peek(2) == '<') {
            throw source.refuse(where, "of input redirections, the lab language has <<WORD only");
        }
        if (heredoc != null) {
            throw source.refuse(where, "a second heredoc in one line is not part of the lab language");
        }
        source.skip(2);
        boolean strip = source.peek() == '-';
        if (strip) {
            source.next();
        }
        skipBlanks();
        if (WordReader.endsWord(source.peek())) {
            throw source.refuse(source.position(), "syntax error: a heredoc needs a delimiter");
        }
        heredoc = new Heredoc(WordReader.delimiter(source, variables), strip);
    }

    private void output() {
        SourcePosition where = source.position();
        source.next();
        char c = source.peek();
        if (c == '>' || c == '&' || c == '|' || c == '(' || redirect != null) {
            throw source.refuse(where, "of output redirections, the lab language has echo VALUE > /proc/sys/… only");
        }
        skipBlanks();
        List<Word> target = new WordReader(source, variables).read(false);
        if (target.size() != 1) {
            throw source.refuse(where, "syntax error: > needs one word behind it");
        }
        redirect = target.get(0);
    }

    private void skipBlanks() {
        while (source.peek() == ' ' || source.peek() == '\t' || source.startsWith("\\\n")) {
            source.skip(source.peek() == '\\' ? 2 : 1);
        }
    }

    private void endLine() {
        if (words.isEmpty() && !piped.isEmpty() && heredoc == null && !source.atEnd()) {
            return;
        }
        boolean continues =
                words.isEmpty() && piped.isEmpty() && unfinished == null && heredoc == null && redirect == null;
        if (!continues) {
            endCommand(";");
        }
        assigned = false;
        if (unfinished != null) {
            String stdin = heredoc.read(source, variables);
            commands.add(new ShellCommand(
                    unfinished.words(), stdin, unfinished.redirect(), unfinished.end(), unfinished.filters()));
            unfinished = null;
            heredoc = null;
        }
    }

    private void endCommand(String end) {
        assigned = false;
        if (words.isEmpty()) {
            if (!piped.isEmpty()) {
                throw source.refuse(source.position(), "syntax error: a command is missing behind |");
            }
            if (redirect != null || (heredoc != null && unfinished == null)) {
                throw source.refuse(
                        source.position(), "a redirection without a command is not part of the lab language");
            }
            return;
        }
        if (!piped.isEmpty() && redirect != null) {
            throw source.refuse(redirect.position(), "a redirection behind a pipe is not part of the lab language");
        }
        piped.add(List.copyOf(words));
        ShellCommand command =
                new ShellCommand(piped.get(0), null, redirect, end, List.copyOf(piped.subList(1, piped.size())));
        if (heredoc != null && unfinished == null) {
            unfinished = command;
        } else if (unfinished != null) {
            throw source.refuse(
                    words.get(0).position(),
                    "a command behind one with a heredoc, in the same line, is not part of the" + " lab language");
        } else {
            commands.add(command);
        }
        words = new ArrayList<>();
        piped.clear();
        redirect = null;
    }
}
