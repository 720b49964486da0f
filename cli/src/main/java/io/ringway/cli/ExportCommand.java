package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.ReplayException;
import io.ringway.replay.Ringway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringway export}: the model as a plain lab. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Prints the model as a plain lab of ip, bridge, iptables and sysctl commands, which Ringway and, as"
                        + " root, bash can run.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "LAB", description = "Files of ip, bridge, iptables and sysctl commands.")
    private List<Path> labs;

    @Option(
            names = "--in",
            paramLabel = "NS:IF=FILE[,in]",
            converter = CaptureOption.Converter.class,
            description = "Replay these first, as ringway replay does: the neighbours met are exported too.")
    private List<CaptureOption> inputs = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Ringway ringway = Ringway.load(seed, labs);
        if (inputs.isEmpty()) {
            Failure.warn(spec, ringway.warnings());
        } else {
            replay(ringway);
        }
        spec.commandLine().getOut().print(ringway.export());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void replay(Ringway ringway) throws IOException {
        try (Replay replay = ringway.replay()) {
            for (CaptureOption input : inputs) {
                switch (input.direction()) {
                    case "" -> replay.in(input.interfaceName(), input.file());
                    case "in" -> replay.arriving(input.interfaceName(), input.file());
                    case "both" -> replay.inOf(input.interfaceName(), input.file());
                    default ->
                        throw ReplayException.usage(
                                "--in " + input.interfaceName() + ": only \",in\" or \",both\" may follow the file");
                }
            }
            Failure.warn(spec, replay.run().warnings());
        }
    }
}
