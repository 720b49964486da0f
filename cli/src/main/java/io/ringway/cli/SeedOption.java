package io.ringway.cli;

import picocli.CommandLine.Option;

/** {@code --seed N} of every command that draws at random. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (${DEFAULT-VALUE}).")
    private long seed;

    long value() {
        return seed;
    }
}
