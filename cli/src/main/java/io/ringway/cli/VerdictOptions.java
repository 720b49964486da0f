package io.ringway.cli;

import io.ringway.replay.ReplayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** With what the outcome of a replay is compared. */
final class VerdictOptions {
    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "LAB",
            description = "Replay through this model, too, and list the conversations that fare otherwise there.")
    private List<Path> against = new ArrayList<>();

    /** Before anything is read. */
    void check(List<CaptureOption> inputs) {
        if (!against.isEmpty() && inputs.stream().anyMatch(input -> Path.of("-").equals(input.file()))) {
            throw ReplayException.usage("--against: standard input can be read only once, not for two models");
        }
    }

    /** Files of the other model; empty where there is none. */
    List<Path> against() {
        return against;
    }
}
