package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--in",
            paramLabel = "NS:IF=FILE[,in]",
            converter = CaptureOption.Converter.class,
            description = "Replay these first, as ringway replay does: the neighbours met are exported too.")
    private List<CaptureOption> inputs = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        lab.readBeside(inputs.stream().map(CaptureOption::file));
        Ringway ringway = lab.load();
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
                input.feed(replay);
            }
            Failure.warn(spec, replay.run().warnings());
        }
    }
}
