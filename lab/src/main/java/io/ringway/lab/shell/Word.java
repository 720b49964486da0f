package io.ringway.lab.shell;

import io.ringway.lab.SourcePosition;

/**
 * One word of a command, its quotes and variables resolved.
 *
 * @param plain whether it was written without quotes, escapes and variables, so that it may be a keyword or a prompt
 */
public record Word(String text, SourcePosition position, boolean plain) {}
