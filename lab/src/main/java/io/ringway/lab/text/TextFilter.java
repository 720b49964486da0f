package io.ringway.lab.text;

import io.ringway.lab.CommandResult;

/** A program that reads its stdin and nothing else. */
@FunctionalInterface
public interface TextFilter {
    CommandResult apply(String input);
}
