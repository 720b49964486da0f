package io.ringway.nat.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the real tool answered to a session, as {@code src/test/kernel/record-iptables.sh} recorded it. */
public record Transcript(String name, List<Step> steps) {
    /**
     * One command of a session.
     *
     * @param line where it stands in the transcript
     * @param fresh whether a new namespace begins with it
     * @param input what it reads on stdin
     * @param output what it printed on stdout and stderr
     */
    public record Step(int line, boolean fresh, String command, String input, String output, int status) {}

    static Transcript load(String name) {
        return load(Transcript.class, name);
    }

    /** One that lies beside a class. */
    public static Transcript load(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".transcript")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Transcript(name, new Reader(text.split("\n", -1)).read());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Reader {
        private final String[] lines;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Reader(String[] lines) {
            this.lines = lines;
        }

        List<Step> read() {
            boolean fresh = true;
            while (at < lines.length) {
                if (lines[at].startsWith("$ ")) {
                    readStep(fresh);
                    fresh = false;
                } else {
                    fresh |= lines[at].startsWith("--- ");
                    at++;
                }
            }
            return steps;
        }

        private void readStep(boolean fresh) {
            int line = at + 1;
            String command = lines[at++].substring(2);
            StringBuilder input = new StringBuilder();
            if (command.endsWith("<<X")) {
                command = command.substring(0, command.length() - 3);
                while (!lines[at].equals("X")) {
                    input.append(lines[at++]).append('\n');
                }
                at++;
            }
            StringBuilder output = new StringBuilder();
            int status = 0;
            while (at < lines.length && !lines[at].startsWith("$ ") && !lines[at].startsWith("--- ")) {
                String answer = lines[at++];
                if (answer.startsWith("? ")) {
                    status = Integer.parseInt(answer.substring(2));
                    break;
                }
                output.append(answer).append('\n');
            }
            steps.add(new Step(line, fresh, command, input.toString(), output.toString(), status));
        }
    }

    /** Splits a command as bash does, as far as the sessions need it: quotes and backslashes. */
    public static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote == 0 && c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'') {
                word.append(command.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
