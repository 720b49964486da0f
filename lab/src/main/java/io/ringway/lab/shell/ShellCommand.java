package io.ringway.lab.shell;

import java.util.List;

/**
 * One simple command.
 *
 * @param words at least one
 * @param stdin text of the heredoc, or null
 * @param redirect what stands behind {@code >}, or null
 * @param end the operator that follows: {@code ;}, {@code &} or {@code &&}
 * @param filters the commands behind {@code |}
 */
public record ShellCommand(List<Word> words, String stdin, Word redirect, String end, List<List<Word>> filters) {
    public boolean background() {
        return end.equals("&");
    }
}
