package io.ringway.cli;

import io.ringway.conformance.ConformJson;
import io.ringway.conformance.ConformListener;
import io.ringway.conformance.ConformReport;
import io.ringway.conformance.ConformRequest;
import io.ringway.conformance.ConformText;
import io.ringway.conformance.Conformance;
import io.ringway.conformance.TimedCommand;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import io.ringway.replay.output.ConnectionFile;
import io.ringway.replay.output.OutputNames;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ringway conform}: the same lab and captures on this machine's kernel and in the model, compared. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        description = "As root: runs a lab on this machine's kernel, in throw-away namespaces, and in the model, and"
                + " compares every frame and the state.")
final class ConformCommand implements Callable<Integer> {
    private static final int MAX_LINGER_S = 86_400;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "NS:IF=FILE[,in]",
            converter = CaptureOption.Converter.class,
            description = "Frames that leave by the interface, as if NS had sent them; with ,in they arrive at it.")
    private List<CaptureOption> inputs;

    @Option(
            names = "--out",
            paramLabel = "NS:IF=FILE[,in|out]",
            converter = CaptureOption.Converter.class,
            description = "Compare this interface, and keep what the kernel sent there; without any, compare all.")
    private List<CaptureOption> outputs = new ArrayList<>();

    @Option(names = "--out-dir", paramLabel = "DIR", description = "Keep what the kernel sent at every interface.")
    private Path outDir;

    @Option(
            names = "--differences",
            paramLabel = "DIR",
            defaultValue = "ringway-differences",
            description = "Captures of both sides up to the first difference (${DEFAULT-VALUE}).")
    private Path differences;

    @Option(names = "--alive", description = "Let the namespaces fed from captures answer for themselves too.")
    private boolean alive;

    @Option(
            names = "--at",
            arity = "2",
            paramLabel = "T CMD",
            hideParamSyntax = true,
            description = "Run one lab command T seconds after the first frame, before the frames of that time.")
    private List<String> at = new ArrayList<>();

    @Option(names = "--linger", paramLabel = "SEC", description = "Time after the last frame (30).")
    private Double linger;

    @Mixin
    private KnownConnections connections;

    @Mixin
    private RepairOptions repairs;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!ThrowAwayWorld.isInside()) {
            return ThrowAwayWorld.enter(
                    RingwayCommand.class,
                    spec.root().commandLine().getParseResult().originalArgs());
        }
        PrintWriter err = spec.commandLine().getErr();
        ConformReport report = Conformance.run(request(), new Steps(err));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ConformJson.print(report));
        } else {
            ConformText.lines(report).forEach(out::println);
        }
        out.flush();
        return report.passed() ? 0 : Failure.FAILED;
    }

    private ConformRequest request() throws IOException {
        List<ConformRequest.Input> in = new ArrayList<>();
        for (CaptureOption input : inputs) {
            if (!input.direction().isEmpty() && !input.direction().equals("in")) {
                throw ReplayException.usage("--in " + input.interfaceName() + ": only \",in\" may follow the file");
            }
            in.add(new ConformRequest.Input(
                    InterfaceName.parse(input.interfaceName()),
                    input.file(),
                    input.direction().equals("in")));
        }
        List<ConformRequest.Output> out = new ArrayList<>();
        for (CaptureOption output : outputs) {
            out.add(new ConformRequest.Output(
                    InterfaceName.parse(output.interfaceName()), output.file(), direction(output)));
        }
        checkFiles();
        if (linger != null && !(linger >= 0 && linger <= MAX_LINGER_S)) {
            throw ReplayException.usage("--linger " + linger + ": seconds from 0 to " + MAX_LINGER_S);
        }
        long lingerNs = linger == null ? ConformRequest.LINGER_NS : (long) (linger * 1e9);
        return new ConformRequest(
                labsAndConnections(),
                in,
                commandsAt(),
                out,
                outDir,
                differences,
                alive,
                repairs.forBothSides(),
                lab.seed(),
                lingerNs);
    }

    /** Listed connections are one more lab, done on both sides. */
    private List<Path> labsAndConnections() throws IOException {
        List<Path> all = new ArrayList<>(lab.files());
        for (ConnectionFile one : connections.files()) {
            Path file = Files.createTempFile("connections", ".sh");
            file.toFile().deleteOnExit();
            all.add(Files.writeString(file, one.script()));
        }
        return all;
    }

    /** In the order of their times, those of one time as they were given. */
    private List<TimedCommand> commandsAt() {
        List<TimedCommand> commands = new ArrayList<>();
        for (int i = 0; i < at.size(); i += 2) {
            commands.addAll(TimedCommand.parse("--at", at.get(i), at.get(i + 1)));
        }
        commands.sort(Comparator.comparingLong(TimedCommand::timeNs));
        return commands;
    }

    /** No output may replace another one or what is read. */
    private void checkFiles() {
        OutputNames names = new OutputNames();
        inputs.forEach(input -> names.read(input.file()));
        outputs.forEach(output -> names.write(output.file()));
    }

    static Direction direction(CaptureOption option) {
        return switch (option.direction()) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> Direction.INOUT;
        };
    }

    /** How far the run is, on stderr where that is a terminal: the kernel needs the capture's own time. */
    private record Steps(PrintWriter err) implements ConformListener {
        @Override
        public void injected(long frames, long bytesRead, long bytesTotal) {
            if (Progress.onTerminal()) {
                err.print("\rconform: " + frames + " frames, " + bytesRead + " of " + bytesTotal + " bytes ");
                err.flush();
            }
        }
    }
}
