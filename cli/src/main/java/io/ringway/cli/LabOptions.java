package io.ringway.cli;

import io.ringway.replay.Ringway;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Of which model: {@code LAB… --seed N}. */
final class LabOptions {
    @Parameters(arity = "1..*", paramLabel = "LAB", description = "Files of ip, bridge, iptables and sysctl commands.")
    private List<Path> labs;

    @Mixin
    private SeedOption seed;

    List<Path> files() {
        return labs;
    }

    long seed() {
        return seed.value();
    }

    /** The model after its last command. */
    Ringway load() {
        return Ringway.load(seed.value(), labs);
    }
}
