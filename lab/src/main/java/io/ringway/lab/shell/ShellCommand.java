package io.ringway.lab.shell;

import java.util.List;

/**
 * One simple command.
 *
 * @param words at least one
 * @param stdin text of the heredoc, or null
 * @param redirect what stands behind {@code >}, or null
 * @param background whether {@code &} follows
 */
public record ShellCommand(List<Word> words, String stdin, Word redirect, boolean background) {}
