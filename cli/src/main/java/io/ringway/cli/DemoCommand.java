package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.ReportJson;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ringway demo}: the bundled captures through the bundled Docker host. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Replays the bundled captures through the bundled Docker host; writes ./ringway-demo/.")
final class DemoCommand implements Callable<Integer> {
    /** The ends of the demo lab, each with a capture of its own frames. */
    static final List<String> ENDS = List.of("nginx", "api", "db", "internet");

    private static final Path OUTPUT = Path.of("ringway-demo");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "256",
            description = "Frames read ahead (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path folder = bundled();
        try (Replay replay =
                Ringway.load(seed.value(), List.of(folder.resolve("lab.sh"))).replay()) {
            return print(run(replay.batch(batch), folder));
        }
    }

    private ReplayReport run(Replay replay, Path folder) throws IOException {
        for (String end : ENDS) {
            replay.in(end + ":eth0", folder.resolve(end + ".pcap"));
        }
        replay.outDir(OUTPUT).trace(OUTPUT.resolve("trace.ndjson")).state(OUTPUT.resolve("state.json"));
        PrintWriter err = spec.commandLine().getErr();
        err.println("replaying " + folder.getFileName() + "/{" + String.join(",", ENDS) + "}.pcap through "
                + folder.getFileName() + "/lab.sh");
        err.flush();
        return Progress.run("demo", replay);
    }

    private int print(ReplayReport report) {
        PrintWriter out = spec.commandLine().getOut();
        report.warnings().forEach(warning -> spec.commandLine().getErr().println("ringway: " + warning));
        if (json) {
            out.println(ReportJson.print(report));
            return Failure.ofReplay(spec, report);
        }
        new ReportText(report).print(out);
        out.println();
        out.println("captures of every interface: " + OUTPUT + "/NS.IF.pcap (tcpdump -r, Wireshark)");
        out.println("every step of every frame:   " + OUTPUT + "/trace.ndjson");
        out.println("counters, rules, conntrack:  " + OUTPUT + "/state.json");
        return Failure.ofReplay(spec, report);
    }

    /** The launcher says where the project lies; without it, the current folder counts. */
    private static Path bundled() {
        Path folder = Path.of(System.getProperty("ringway.home", ".")).resolve("examples/docker-host");
        if (!Files.isDirectory(folder)) {
            throw ReplayException.usage(folder + ": the bundled lab is not there; start ringway from its own folder");
        }
        return folder;
    }
}
