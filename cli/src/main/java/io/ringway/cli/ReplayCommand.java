package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.comparison.FlowOutcomes;
import io.ringway.replay.comparison.ModelComparison;
import io.ringway.replay.output.ConnectionFile;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ringway replay}: captures through a lab, captures out of it. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replays captures through a lab and writes what its interfaces saw.",
        footer = {
            "",
            "Behind -- stands a filter in pcap-filter's language. Examples:",
            "  ringway replay lab.sh --in web:eth0=web.pcap --out host:eth0=up.pcap -- tcp port 80",
            "  ringway replay host.snapshot --in outside.pcap --bind auto"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--in",
            paramLabel = "[NS:IF=]FILE[,in|both|in,both|any]",
            converter = CaptureOption.Input.class,
            description = "Frames that leave by the interface, as if NS had sent them; with ,in they arrive at it. Of a"
                    + " capture of both directions, what NS sent (,both) or what it received (,in,both); of tcpdump -i"
                    + " any, what this interface received (,any). NS:@ip: IP packets that the stack of NS sends, as from a raw socket."
                    + " FILE alone: packets of hosts that --host binds to the model's.")
    private List<CaptureOption> inputs = new ArrayList<>();

    @Mixin
    private BindingOptions binding;

    @Option(
            names = "--out",
            paramLabel = "NS:IF[=FILE][,in|out]",
            converter = CaptureOption.Interface.class,
            description = "What tcpdump -i IF inside NS would have written; without =FILE, for -w and -c.")
    private List<CaptureOption> outputs = new ArrayList<>();

    @Option(names = "--out-dir", paramLabel = "DIR", description = "As --out, of every interface: NS.IF.pcap.")
    private Path outDir;

    @Option(names = "--state", paramLabel = "FILE", description = "The state of every namespace at the end, as JSON.")
    private Path state;

    @Option(names = "--trace", paramLabel = "FILE", description = "One JSON line for each frame and hop.")
    private Path trace;

    @Option(names = "--log", paramLabel = "FILE", description = "What rules log (LOG, NFLOG), a line each.")
    private Path log;

    @Mixin
    private CommentedCaptures commented;

    @Mixin
    private VerdictOptions verdicts;

    @Mixin
    private KnownConnections connections;

    @Option(
            names = "--events",
            paramLabel = "[NS=]FILE",
            description = "What conntrack -E -o timestamp inside NS (host) would have printed; repeatable.")
    private List<String> events = new ArrayList<>();

    @Option(names = "--alive", description = "Let the namespaces fed from captures answer for themselves too.")
    private boolean alive;

    @Option(
            names = "--rewrite-mac",
            description = "Give every frame the model's MAC addresses, as those get that were captured without any.")
    private boolean rewriteMac;

    @Mixin
    private RepairOptions repairs;

    @Option(
            names = "--at",
            arity = "2",
            paramLabel = "T CMD",
            hideParamSyntax = true,
            description = "Do a lab command T seconds of virtual time after the first frame; repeatable.")
    private List<String> at = new ArrayList<>();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "256",
            description = "Frames read ahead (${DEFAULT-VALUE}).")
    private int batch;

    @Mixin
    private PaceOptions pace;

    @Option(names = "--linger", paramLabel = "SEC", description = "Virtual time after the last frame (30).")
    private Double linger;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<String> filter = lab.takeWordsBehindDashes();
        verdicts.check(inputs);
        lab.readBeside(Stream.concat(connections.paths(), inputs.stream().map(CaptureOption::file)));
        Ringway ringway = lab.load();
        connections.applyTo(ringway);
        verdicts.applyTo(ringway);
        try (Interruption signals = new Interruption();
                Replay replay = ringway.replay()) {
            configure(replay, filter);
            addOutputs(replay);
            if (!verdicts.against().isEmpty()) {
                return compare(replay, filter);
            }
            signals.ends(replay.sending()::stop);
            ReplayReport report = Progress.run("replay", replay);
            int exitCode = print(report, replay.writesStandardOutput());
            if (!json) {
                pace.summarize(replay, spec.commandLine().getErr());
            }
            spec.commandLine().getOut().flush();
            return exitCode;
        }
    }

    private void configure(Replay replay, List<String> filter) throws IOException {
        replay.batch(batch);
        if (alive) {
            replay.alive();
        }
        repairs.applyTo(replay);
        if (rewriteMac) {
            replay.rewriteMac();
        }
        for (int i = 0; i < at.size(); i += 2) {
            replay.at(seconds(at.get(i)), at.get(i + 1));
        }
        pace.applyTo(replay, filter, spec.commandLine().getErr());
        if (linger != null) {
            replay.linger(linger);
        }
        binding.applyTo(replay, inputs, spec.commandLine().getErr());
    }

    /** The same once more through the other model, of which nothing is written. */
    private int compare(Replay replay, List<String> filter) throws IOException {
        FlowOutcomes a = new FlowOutcomes();
        ReplayReport first = Progress.run("A", replay.follow(a));
        Ringway other = lab.load(verdicts.against());
        connections.applyTo(other);
        verdicts.applyToOther(other);
        FlowOutcomes b = new FlowOutcomes();
        try (Replay second = other.replay()) {
            configure(second, filter);
            ReplayReport report = Progress.run("B", second.follow(b));
            Failure.warn(spec, first.warnings());
            Failure.warn(spec, report.warnings());
            if (!first.arrived() && !report.arrived()) {
                return Failure.ofReplay(spec, first);
            }
        }
        ModelComparison comparison = ModelComparison.of(a, b);
        CommandLine line = spec.commandLine();
        PrintWriter out = replay.writesStandardOutput() ? line.getErr() : line.getOut();
        return verdicts.judge(comparison, json, out) ? 0 : Failure.FAILED;
    }

    private static double seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?|\\.\\d{1,9}")) {
            throw ReplayException.usage("--at \"" + text + "\": not a number of seconds, as in 1.5");
        }
        return Double.parseDouble(text);
    }

    private void addOutputs(Replay replay) throws IOException {
        commented.applyTo(replay);
        for (CaptureOption output : outputs) {
            pace.watch(output, replay);
        }
        if (outDir != null) {
            replay.outDir(outDir);
        }
        if (trace != null) {
            replay.trace(trace);
        }
        if (log != null) {
            replay.log(log);
        }
        for (String one : events) {
            ConnectionFile file = ConnectionFile.parse("--events", one);
            replay.events(file.namespace(), file.file());
        }
        if (state != null) {
            replay.state(state);
        }
    }

    private int print(ReplayReport report, boolean stdoutHoldsAnOutput) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = stdoutHoldsAnOutput ? err : spec.commandLine().getOut();
        boolean expected = verdicts.judge();
        if (json) {
            binding.printJson(report, verdicts.json(), out);
        } else {
            binding.print(report, out);
            verdicts.print(out);
        }
        report.warnings().forEach(warning -> err.println("ringway: " + warning));
        int exitCode = Failure.ofReplay(spec, report);
        return expected ? exitCode : Failure.FAILED;
    }
}
