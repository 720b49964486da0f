package io.ringway.cli;

import io.ringway.replay.Ringway;
import io.ringway.replay.request.ReplayException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Of which model: {@code LAB… --seed N}. */
final class LabOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "LAB",
            description = "Files of Linux commands (ip, bridge, iptables, sysctl and others), folders with a lab.sh,"
                    + " iptables-save dumps, snapshots; may be compressed; - is stdin.")
    private List<Path> labs;

    @Mixin
    private SeedOption seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    List<Path> files() {
        return labs;
    }

    /** For a command that means something else by what stands behind {@code --}. */
    List<String> takeWordsBehindDashes() {
        List<String> all = command.root().commandLine().getParseResult().originalArgs();
        int dashes = all.indexOf("--");
        int words = dashes < 0 ? 0 : Math.min(labs.size(), all.size() - dashes - 1);
        List<String> taken = all.subList(all.size() - words, all.size());
        labs = labs.subList(0, labs.size() - words);
        if (labs.isEmpty()) {
            throw ReplayException.usage("Missing required parameter: 'LAB'");
        }
        return taken;
    }

    long seed() {
        return seed.value();
    }

    /** Another model, with the same seed. */
    Ringway load(List<Path> files) {
        return Ringway.load(seed.value(), files);
    }

    /** What else the command reads, of which one may be standard input; before anything is read. */
    void readBeside(Stream<Path> others) {
        StandardInput.once(Stream.concat(labs.stream(), others));
    }

    /** The model after its last command. */
    Ringway load() {
        return Ringway.load(seed.value(), labs);
    }
}
